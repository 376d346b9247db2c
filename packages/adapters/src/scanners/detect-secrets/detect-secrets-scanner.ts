// SPDX-License-Identifier: Apache-2.0
import { basename } from 'node:path';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { builtIn } from '../../platform/tools/built-in.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForFiles } from '../../platform/tools/plans.ts';

/**
 * Detect-secrets passes over files that are not below the current folder, without a word, and so is started above them. It reads no file of the repository by itself. Secrets are not tried out on the network. Lines that are marked
 * `pragma: allowlist secret` are honoured in a run of their own.
 */
export const detectSecretsScanner: Scanner = createToolScanner({
  id: 'detect-secrets',
  title: 'secrets in files, by form and by entropy',
  tool: 'detect-secrets',
  purposes: ['secret-scan'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(15), memoryBytesMax: gibibytes(4) },
  programs: ['detect-secrets'],
  install: 'install detect-secrets from PyPI',
  version: { args: ['--version'], pattern: /(\d+\.\d+\.\d+)/u },
  format: 'detect-secrets',
  plan: planForFiles,
  command: ({ tree, version }) => {
    const args = ['scan', '--all-files', '--no-verify', basename(tree)];
    const strict = ['--disable-filter', 'detect_secrets.filters.allowlist.is_line_allowlisted'];
    return {
      args: [...args, ...strict],
      honouring: args,
      report: 'stdout',
      startsAbove: true,
      ruleSet: builtIn('detect-secrets', version),
    };
  },
  finished: [0],
});
