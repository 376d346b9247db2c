// SPDX-License-Identifier: Apache-2.0
import { gibibytes, minutes } from '../platform/tools/amounts.ts';
import type { GeneratorSpec } from './generator-spec.ts';

/** cdxgen asks the package manager of a project where lockfiles do not say enough: then build scripts and plug-ins are run. */
export const cdxgenGenerator: GeneratorSpec = {
  id: 'cdxgen',
  title: 'sources of many ecosystems',
  tool: 'cdxgen',
  programs: ['cdxgen'],
  install: 'npm install --global @cyclonedx/cdxgen',
  version: { args: ['--version'], pattern: /(\d+\.\d+\.\d+)/u },
  bounds: { timeoutMs: minutes(30), memoryBytesMax: gibibytes(8) },
  environment: { FETCH_LICENSE: 'false', CDXGEN_TELEMETRY: 'false' },
  finished: [0],
  projectCode: 'the package managers of the project (Maven, Gradle, sbt, go, pip, …)',
  calls: ({ target, kind }) =>
    kind === 'artifact'
      ? []
      : [
          {
            of: '.',
            args: (report) => [
              '--no-install-deps',
              '--no-babel',
              '--no-validate',
              '--spec-version=1.6',
              `--output=${report}`,
              target,
            ],
          },
        ],
};
