// SPDX-License-Identifier: Apache-2.0
import { gibibytes, minutes } from '../platform/tools/amounts.ts';
import type { GeneratorSpec } from './generator-spec.ts';

/** What runs in pipelines is no part of a product. */
const notShipped = '-github-actions-usage-cataloger,-github-action-workflow-usage-cataloger';

/**
 * Syft reads files, lockfiles and images that lie in files; nothing of what it looks at is run. It takes settings from the current
 * folder and from HOME, both of which are empty. What it could ask on the network it asks only where it is told to.
 */
export const syftGenerator: GeneratorSpec = {
  id: 'syft',
  title: 'sources, file systems and images of many ecosystems',
  tool: 'Syft',
  programs: ['syft'],
  install: 'take a release of syft',
  version: { args: ['version'], pattern: /^Version:\s+v?(\d+\.\d+\.\d+)/mu, goModule: 'github.com/anchore/syft' },
  bounds: { timeoutMs: minutes(15), memoryBytesMax: gibibytes(6) },
  environment: { SYFT_CHECK_FOR_APP_UPDATE: 'false' },
  finished: [0],
  projectCode: null,
  calls: ({ target, kind }) => [
    {
      of: '.',
      args: (report) => [
        'scan',
        target,
        '--quiet',
        '--from=docker-archive,oci-archive,oci-dir,dir,file',
        `--output=cyclonedx-json@1.6=${report}`,
        ...(kind === 'source' ? [`--select-catalogers=${notShipped}`] : []),
      ],
    },
  ],
};
