// SPDX-License-Identifier: Apache-2.0
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { planForLanguages } from '../../platform/tools/plans.ts';
import { builtIn } from '../../platform/tools/built-in.ts';

/**
 * Bandit reads `.bandit` of the scanned folder, which is not there. Its own list of folders that it leaves out (`.tox`, `.eggs`
 * …) is emptied: code could hide in them. `# nosec` is honoured in a run of its own.
 */
export const banditScanner: Scanner = createToolScanner({
  id: 'bandit',
  title: 'weaknesses in Python code',
  tool: 'Bandit',
  purposes: ['sast'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(10), memoryBytesMax: gibibytes(4) },
  programs: ['bandit'],
  install: 'install bandit from PyPI',
  version: { args: ['--version'], pattern: /bandit (\d+\.\d+\.\d+)/u },
  format: 'bandit',
  plan: (target) => planForLanguages(target, ['Python']),
  command: ({ tree, reportFile, version }) => {
    const args = ['--recursive', '--quiet', '--format', 'json', '--output', reportFile, '--exclude', '', tree];
    return { args: ['--ignore-nosec', ...args], honouring: args, report: 'file', ruleSet: builtIn('Bandit', version) };
  },
  finished: [0, 1],
  failures: { 2: 'it did not understand its arguments or configuration' },
});
