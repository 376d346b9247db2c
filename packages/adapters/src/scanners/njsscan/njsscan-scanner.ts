// SPDX-License-Identifier: Apache-2.0
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { builtIn } from '../../platform/tools/built-in.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForLanguages } from '../../platform/tools/plans.ts';

/**
 * Njsscan reads `.njsscan` of the scanned folder, which is not there. It honours `njsscan-ignore` comments and cannot be told not
 * to: what they silence does not show. It works with semgrep, and without it writes a whole report that finds nothing.
 */
export const njsscanScanner: Scanner = createToolScanner({
  id: 'njsscan',
  title: 'weaknesses in Node.js code and its templates',
  tool: 'njsscan',
  purposes: ['sast'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(10), memoryBytesMax: gibibytes(4) },
  programs: ['njsscan'],
  install: 'install njsscan from PyPI',
  version: { args: ['--version'], pattern: /(\d+\.\d+\.\d+)/u },
  environment: { SEMGREP_SEND_METRICS: 'off', SEMGREP_ENABLE_VERSION_CHECK: '0' },
  format: 'njsscan',
  plan: (target) => planForLanguages(target, ['JavaScript', 'TypeScript']),
  command: ({ tree, reportFile, version }) => ({
    args: ['--json', '--output', reportFile, tree],
    report: 'file',
    ruleSet: builtIn('njsscan', version),
  }),
  finished: [0, 1],
  refuse: (report) =>
    /semgrep not found/iu.test(report.slice(0, 65_536))
      ? 'njsscan found no semgrep, without which it finds nothing'
      : null,
});
