// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { canonicalJson } from '@plumbline/core/canonical-json';
import { digestOf } from '@plumbline/core/digest';
import { stateKinds, type StateEntry, type StateKind, type StateStore } from '@plumbline/core/state/state-store';
import { createFileExclusively } from '../platform/files/create-file-exclusively.ts';
import { createFolder } from '../platform/files/create-folder.ts';
import { writeFileAtomically } from '../platform/files/write-file-atomically.ts';
import { openLineWriter } from './open-line-writer.ts';
import { readEntries } from './read-entries.ts';
import { readLines } from './read-lines.ts';
import { removeEntry } from './remove-entry.ts';
import { writeLines } from './write-lines.ts';

/** The folder below a repository's root (or wherever the caller says). */
export const stateFolder = '.plumbline';

/** What is kept here is derived and local: git shall not see it. */
const ignoreAll = '# Written by plumbline: a cache and working copy, safe to delete\n*\n';

/**
 * The state in `folder`, which is made when something is first kept. Every file is content-addressed, written beside its
 * place, flushed and renamed: a reader finds it whole or not at all, after a crash too, and two processes that write the
 * same write the same bytes.
 */
export function openState(folder: string): StateStore {
  let ready: Promise<void> | undefined;
  const prepare = (): Promise<void> => (ready ??= prepareFolder(folder));
  const fileOf = (kind: StateKind, id: string): string => join(folder, kind, `${hex(id)}.json`);
  return {
    location: folder,
    add: async (kind, value): Promise<StateEntry> => {
      await prepare();
      const id = digestOf(value);
      await writeFileAtomically(fileOf(kind, id), `${canonicalJson(value)}\n`);
      return { id, value };
    },
    entries: (kind) => readEntries(join(folder, kind)),
    openLines: async () => {
      await prepare();
      return openLineWriter(join(folder, 'results'));
    },
    addLines: async (lines) => {
      await prepare();
      return writeLines(join(folder, 'results'), lines);
    },
    lines: (digest) => readLines(join(folder, 'results', hex(digest)), digest),
    remove: (kind, id) => removeEntry(fileOf(kind, id)),
  };
}

/** Only the hex digits of a digest ever become part of a path. */
function hex(digest: string): string {
  const digits = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1];
  if (digits === undefined) throw new TypeError(`not a digest: ${digest.slice(0, 80)}`);
  return digits;
}

async function prepareFolder(folder: string): Promise<void> {
  for (const part of [...stateKinds, 'results']) await createFolder(join(folder, part));
  await createFileExclusively(join(folder, '.gitignore'), ignoreAll);
}
