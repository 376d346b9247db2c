// SPDX-License-Identifier: Apache-2.0
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { builtIn } from '../../platform/tools/built-in.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForAddress } from '../../platform/tools/plans.ts';

/**
 * The baseline scan: ZAP visits the pages of the address that the user named and judges the answers; it does not attack. Exit
 * codes 1 and 2 say that something was found.
 */
export const zapScanner: Scanner = createToolScanner({
  id: 'zap',
  title: 'weaknesses that the answers of a running web application show',
  tool: 'ZAP',
  purposes: ['dast'],
  needs: ['network'],
  bounds: { timeoutMs: minutes(20), memoryBytesMax: gibibytes(6) },
  programs: ['zap-baseline.py'],
  install: 'install ZAP, and put its folder of docker scripts on the PATH',
  version: { args: ['--version'], pattern: /(\d+\.\d+\.\d+)/u },
  format: 'zap',
  plan: planForAddress,
  command: ({ input, reportFile, version }) => {
    const [address = ''] = input.target.webAddresses;
    return {
      args: ['-t', address, '-J', reportFile, '-I', '-m', '2', '-T', '10'],
      report: 'file',
      ruleSet: builtIn('ZAP', version),
    };
  },
  finished: [0, 1, 2],
  failures: { 3: 'it failed' },
});
