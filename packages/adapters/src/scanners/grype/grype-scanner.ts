// SPDX-License-Identifier: Apache-2.0
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForManifests } from '../../platform/tools/plans.ts';

/** Grype is given an empty configuration. Its database comes from the network, or from a folder that the user names. */
export const grypeScanner: Scanner = createToolScanner({
  id: 'grype',
  title: 'known vulnerabilities of the components in manifests and lockfiles',
  tool: 'Grype',
  purposes: ['sca'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(15), memoryBytesMax: gibibytes(6) },
  programs: ['grype'],
  install: 'take a release of grype',
  version: { args: ['version'], pattern: /Version:\s+v?(\d+\.\d+\.\d+)/u, goModule: 'github.com/anchore/grype' },
  format: 'grype',
  plan: (target) => planForManifests(target, /./u, 'manifest or lockfile'),
  command: async ({ input, tree, folder, reportFile }) => {
    if (input.offline && input.rules === undefined)
      return { cannot: 'it fetches its database: name a folder that holds it (--rules grype=PATH)' };
    const config = join(folder, 'grype.yaml');
    await writeFile(config, 'ignore: []\n');
    return {
      args: [`dir:${tree}`, '--quiet', `--config=${config}`, '--output=json', `--file=${reportFile}`],
      report: 'file',
      environment: {
        GRYPE_CHECK_FOR_APP_UPDATE: 'false',
        GRYPE_DB_CACHE_DIR: input.rules ?? join(folder, 'database'),
        ...(input.rules === undefined ? {} : { GRYPE_DB_AUTO_UPDATE: 'false', GRYPE_DB_VALIDATE_AGE: 'false' }),
      },
    };
  },
  finished: [0],
});
