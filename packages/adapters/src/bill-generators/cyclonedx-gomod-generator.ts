// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { gibibytes, minutes } from '../platform/tools/amounts.ts';
import { goEnvironment } from '../platform/tools/go-environment.ts';
import type { GeneratorSpec } from './generator-spec.ts';
import { projectFolders } from './project-folders.ts';

/**
 * It has the go program list modules, which runs nothing of them: no cgo, no other toolchain that a `go.mod` may ask for, no
 * `go.work`. Modules that are not in the module cache are downloaded, and offline are not there.
 */
export const cycloneDxGomodGenerator: GeneratorSpec = {
  id: 'cyclonedx-gomod',
  title: 'Go modules',
  tool: 'cyclonedx-gomod',
  programs: ['cyclonedx-gomod'],
  install: 'take a release of cyclonedx-gomod',
  version: {
    args: ['version'],
    pattern: /Version:\s+v?(\d+\.\d+\.\d+)/u,
    goModule: 'github.com/CycloneDX/cyclonedx-gomod',
  },
  bounds: { timeoutMs: minutes(15), memoryBytesMax: gibibytes(4) },
  finished: [0],
  projectCode: null,
  calls: ({ target, kind, paths, offline, folder }) =>
    kind === 'artifact'
      ? []
      : projectFolders(paths, ['go.mod']).map((of) => ({
          of,
          args: (report) => ['mod', '-json', '-output-version=1.6', `-output=${report}`, join(target, of)],
          environment: goEnvironment(folder, offline),
        })),
};
