// SPDX-License-Identifier: Apache-2.0
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForManifests } from '../../platform/tools/plans.ts';

/**
 * Sends the names and versions of components to the OSV service, unless the user names a folder with its databases. A
 * repository's `osv-scanner.toml` would ignore vulnerabilities: it is not there, and an empty one of ours stands over all.
 * Manifests are not resolved and no call graph is built, since that would run build scripts.
 */
export const osvScannerScanner: Scanner = createToolScanner({
  id: 'osv-scanner',
  title: 'known vulnerabilities of the components in lockfiles',
  tool: 'OSV-Scanner',
  purposes: ['sca'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(10), memoryBytesMax: gibibytes(4) },
  programs: ['osv-scanner'],
  install: 'take a release of osv-scanner',
  version: {
    args: ['--version'],
    pattern: /osv-scanner version: v?(\d+\.\d+\.\d+)/u,
    goModule: 'github.com/google/osv-scanner/v2',
  },
  format: 'osv-scanner',
  plan: (target) => planForManifests(target, /./u, 'manifest or lockfile'),
  command: async ({ input, tree, folder, reportFile }) => {
    if (input.offline && input.rules === undefined)
      return {
        cannot: 'it asks a service on the network: name a folder with its databases (--rules osv-scanner=PATH)',
      };
    const config = join(folder, 'osv-scanner.toml');
    await writeFile(config, '# Nothing is ignored.\n');
    const report = ['--format=json', `--output-file=${reportFile}`, `--config=${config}`];
    const careful = ['--recursive', '--no-ignore', '--no-resolve', '--no-call-analysis=all', '--allow-no-lockfiles'];
    return {
      args: ['scan', 'source', ...careful, ...report, ...(input.rules === undefined ? [] : ['--offline']), tree],
      report: 'file',
      environment: input.rules === undefined ? {} : { OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY: input.rules },
    };
  },
  finished: [0, 1],
  failures: { 127: 'it failed', 128: 'it found no packages', 129: 'the scan of an image failed' },
});
