// SPDX-License-Identifier: Apache-2.0
import { join, posix } from 'node:path';
import { gibibytes, minutes } from '../platform/tools/amounts.ts';
import type { GeneratorCall, GeneratorSpec } from './generator-spec.ts';
import { projectFolders } from './project-folders.ts';

const plain = ['--output-reproducible', '--no-validate', '--short-PURLs', '--spec-version=1.6'];

/** It reads lockfiles and requirements; neither Python nor pip of the project is started. */
export const cycloneDxPyGenerator: GeneratorSpec = {
  id: 'cyclonedx-py',
  title: 'Python projects with poetry.lock, Pipfile.lock or requirements.txt',
  tool: 'cyclonedx-py',
  programs: ['cyclonedx-py'],
  install: 'pip install cyclonedx-bom',
  version: { args: ['--version'], pattern: /(\d+\.\d+\.\d+)/u },
  bounds: { timeoutMs: minutes(10), memoryBytesMax: gibibytes(4) },
  finished: [0],
  projectCode: null,
  calls: ({ target, kind, paths }) => {
    if (kind === 'artifact') return [];
    const folders = (command: string, lockfile: string): readonly GeneratorCall[] =>
      projectFolders(paths, [lockfile]).map((of) => call(command, of, join(target, of)));
    const requirements = paths.filter((path) => posix.basename(path) === 'requirements.txt').slice(0, 200);
    return [
      ...folders('poetry', 'poetry.lock'),
      ...folders('pipenv', 'Pipfile.lock'),
      ...requirements.map((path) => call('requirements', path, join(target, path))),
    ];
  },
};

function call(command: string, of: string, place: string): GeneratorCall {
  return { of, args: (report) => [command, ...plain, `--output-file=${report}`, '--', place] };
}
