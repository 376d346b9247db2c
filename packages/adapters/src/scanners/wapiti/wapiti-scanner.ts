// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { builtIn } from '../../platform/tools/built-in.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForAddress } from '../../platform/tools/plans.ts';

/** Those that need neither a service of the tool's makers nor databases that are fetched. */
const modules =
  'exec,file,sql,timesql,xss,permanentxss,redirect,crlf,csp,cookieflags,http_headers,methods,backup,htaccess,shellshock';

const scanSeconds = 900;

/**
 * Attacks the address that the user named, and follows links within its host alone. A scan that runs into its own time limit
 * writes no report, which counts as not run.
 */
export const wapitiScanner: Scanner = createToolScanner({
  id: 'wapiti',
  title: 'weaknesses of a running web application, by attacking it',
  tool: 'Wapiti',
  purposes: ['dast'],
  needs: ['network'],
  bounds: { timeoutMs: minutes(20), memoryBytesMax: gibibytes(2) },
  programs: ['wapiti'],
  install: 'install wapiti3 from PyPI',
  version: { args: ['--version'], pattern: /^(\d+\.\d+\.\d+)$/mu },
  format: 'wapiti',
  plan: planForAddress,
  command: ({ input, folder, reportFile, version }) => {
    const [address = ''] = input.target.webAddresses;
    const time = Math.min(scanSeconds, Math.floor(input.bounds.timeoutMs / 1000 / 2));
    return {
      args: [
        `--url=${address}`,
        '--scope=domain',
        `--module=${modules}`,
        '--flush-session',
        '--no-bugreport',
        `--store-session=${join(folder, 'session')}`,
        `--store-config=${join(folder, 'config')}`,
        `--max-scan-time=${time}`,
        '--max-links-per-page=200',
        '--verbose=0',
        '--format=json',
        `--output=${reportFile}`,
      ],
      report: 'file',
      ruleSet: builtIn('Wapiti', version),
    };
  },
  finished: [0],
});
