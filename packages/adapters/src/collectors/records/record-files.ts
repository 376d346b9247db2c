// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';

/** A file as it was read, or why it was not. */
export type ReadFile =
  | { readonly state: 'none' }
  | { readonly state: 'text'; readonly path: string; readonly text: string }
  | { readonly state: 'unread'; readonly path: string; readonly because: string };

/** Of all records together; past it a record counts as not read. Parsing takes about a second for each 250 KiB. */
const charactersMax = 3_000_000;

/** Reads the one of `stem.yaml` and `stem.yml` that exists. Both at once are refused: neither is the true one. */
export async function readYamlFiles(
  repository: RepositorySnapshot,
  stems: readonly string[],
): Promise<ReadonlyMap<string, ReadFile>> {
  const inTree = new Map(repository.entries.map((entry) => [entry.path, entry.type]));
  const files = new Map<string, ReadFile>();
  const wanted = new Map<string, string>();
  for (const stem of stems) {
    const [path, other] = [`${stem}.yaml`, `${stem}.yml`].filter((candidate) => inTree.has(candidate));
    if (path === undefined) files.set(stem, { state: 'none' });
    else if (other !== undefined) files.set(stem, { state: 'unread', path, because: `there is ${other} beside it` });
    else wanted.set(path, stem);
  }
  let characters = 0;
  await repository.read([...wanted.keys()], (path, content) => {
    const stem = wanted.get(path) ?? path;
    characters += content.state === 'text' ? content.text.length : 0;
    if (characters > charactersMax) {
      files.set(stem, {
        state: 'unread',
        path,
        because: `the records are together larger than ${charactersMax} characters`,
      });
      return;
    }
    files.set(
      stem,
      content.state === 'text'
        ? { state: 'text', path, text: content.text }
        : { state: 'unread', path, because: content.because },
    );
  });
  return files;
}
