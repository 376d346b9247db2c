// SPDX-License-Identifier: Apache-2.0
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { builtIn } from '../../platform/tools/built-in.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForConfigurations } from '../../platform/tools/plans.ts';

/**
 * Zizmor loads no configuration, takes all workflows and actions, and never asks the forge, to which it would tell
 * what is used. Comments that ignore a finding are honoured in a run of their own.
 */
export const zizmorScanner: Scanner = createToolScanner({
  id: 'zizmor',
  title: 'weaknesses of GitHub Actions workflows',
  tool: 'zizmor',
  purposes: ['workflow-lint'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(5), memoryBytesMax: gibibytes(2) },
  programs: ['zizmor'],
  install: 'install zizmor from PyPI',
  version: { args: ['--version'], pattern: /zizmor (\d+\.\d+\.\d+)/u },
  format: 'zizmor',
  plan: (target) => planForConfigurations(target, ['github-actions']),
  command: ({ tree, version }) => {
    const args = [
      '--offline',
      '--no-config',
      '--collect=workflows',
      '--collect=actions',
      '--no-progress',
      '--no-exit-codes',
      '--format=json-v1',
      tree,
    ];
    return { args: ['--no-ignores', ...args], honouring: args, report: 'stdout', ruleSet: builtIn('zizmor', version) };
  },
  finished: [0],
  failures: { 1: 'it failed', 2: 'it did not understand its arguments', 3: 'it found no workflow' },
  complaint: /WARN.*(?:skipping|failed to|couldn't|invalid)/iu,
});
