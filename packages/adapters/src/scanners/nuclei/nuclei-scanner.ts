// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForAddress } from '../../platform/tools/plans.ts';

/**
 * Sends the requests of the templates that the user named to the address that the user named. Templates are not fetched, no
 * service outside is asked whether a request came back to it, redirects to other hosts are not followed, and templates that
 * would run code here are not loaded.
 */
export const nucleiScanner: Scanner = createToolScanner({
  id: 'nuclei',
  title: 'known weaknesses of a running web application, by templates',
  tool: 'Nuclei',
  purposes: ['dast'],
  needs: ['network'],
  bounds: { timeoutMs: minutes(20), memoryBytesMax: gibibytes(4) },
  programs: ['nuclei'],
  install: 'take a release of nuclei',
  version: { args: ['-version', '-disable-update-check'], pattern: /v?(\d+\.\d+\.\d+)/u },
  format: 'nuclei',
  plan: planForAddress,
  command: ({ input, folder, reportFile }) => {
    if (input.rules === undefined) return { cannot: 'it needs templates: name a folder (--rules nuclei=PATH)' };
    const [address = ''] = input.target.webAddresses;
    const still = [
      '-disable-update-check',
      '-no-interactsh',
      '-no-color',
      '-silent',
      '-disable-redirects',
      '-no-stdin',
    ];
    return {
      args: ['-target', address, '-templates', input.rules, ...still, '-omit-raw', '-jsonl', '-output', reportFile],
      report: 'file',
      environment: { NUCLEI_CONFIG_DIR: join(folder, 'config') },
      ruleSet: 'the templates that the user named',
    };
  },
  finished: [0],
  silentWhenClean: true,
});
