// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { gibibytes, minutes } from '../platform/tools/amounts.ts';
import type { GeneratorSpec } from './generator-spec.ts';
import { projectFolders } from './project-folders.ts';

/** It has npm list what a lockfile locks (`npm ls --package-lock-only`), which runs no script; an `.npmrc` of the project is not there. */
export const cycloneDxNpmGenerator: GeneratorSpec = {
  id: 'cyclonedx-npm',
  title: 'npm projects with a package-lock.json',
  tool: 'cyclonedx-npm',
  programs: ['cyclonedx-npm'],
  install: 'npm install --global @cyclonedx/cyclonedx-npm',
  version: { args: ['--version'], pattern: /(\d+\.\d+\.\d+)/u },
  bounds: { timeoutMs: minutes(10), memoryBytesMax: gibibytes(4) },
  finished: [0],
  projectCode: null,
  calls: ({ target, kind, paths }) =>
    kind === 'artifact'
      ? []
      : projectFolders(paths, ['package-lock.json', 'npm-shrinkwrap.json']).map((of) => ({
          of,
          args: (report) => [
            '--package-lock-only',
            '--flatten-components',
            '--short-PURLs',
            '--output-reproducible',
            '--no-validate',
            '--spec-version=1.6',
            `--output-file=${report}`,
            '--',
            join(target, of, 'package.json'),
          ],
        })),
};
