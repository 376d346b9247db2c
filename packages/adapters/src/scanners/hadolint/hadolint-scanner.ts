// SPDX-License-Identifier: Apache-2.0
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScanTarget } from '@plumbline/core/scanning/scan-target';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { builtIn } from '../../platform/tools/built-in.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForConfigurations } from '../../platform/tools/plans.ts';

/** As many paths as fit into one command line on every system. */
const filesMax = 500;

const dockerfiles = ({ configurations }: ScanTarget): readonly string[] => configurations.get('dockerfile') ?? [];

/**
 * Hadolint reads `.hadolint.yaml` of the current folder and of the home, both ours; an empty one is given. Comments that ignore
 * a rule are honoured in a run of their own.
 */
export const hadolintScanner: Scanner = createToolScanner({
  id: 'hadolint',
  title: 'Dockerfiles and the shell in them',
  tool: 'Hadolint',
  purposes: ['iac-scan'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(5), memoryBytesMax: gibibytes(2) },
  programs: ['hadolint'],
  install: 'take a release of hadolint',
  version: { args: ['--version'], pattern: /(\d+\.\d+\.\d+)/u },
  format: 'hadolint',
  plan: (target) => planForConfigurations(target, ['dockerfile']),
  command: async ({ input, tree, folder, version }) => {
    const files = dockerfiles(input.target);
    if (files.length > filesMax) return { cannot: `there are more than ${filesMax} Dockerfiles` };
    const config = join(folder, 'hadolint.yaml');
    await writeFile(config, 'ignored: []\n');
    const args = ['--no-fail', '--no-color', '--format=json', `--config=${config}`];
    const paths = files.map((path) => join(tree, path));
    return {
      args: [...args, '--disable-ignore-pragma', ...paths],
      honouring: [...args, ...paths],
      report: 'stdout',
      ruleSet: builtIn('Hadolint', version),
    };
  },
  finished: [0],
});
