// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import { parseProse } from './parse-prose.ts';
import type { Prose } from './prose.ts';

/** Reads documents and hands each over as it arrives; `text` is the source. What cannot be read is left out. */
export async function readProse(
  repository: RepositorySnapshot,
  paths: readonly string[],
  visit: (prose: Prose, text: string) => void,
): Promise<void> {
  await repository.read(paths, (path, content) => {
    if (content.state === 'text') visit(parseProse(path, content.text), content.text);
  });
}
