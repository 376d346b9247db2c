// SPDX-License-Identifier: Apache-2.0
import { entriesOf } from '@plumbline/core/state/entries-of';
import type { StateStore } from '@plumbline/core/state/state-store';
import { importEntries } from '@plumbline/findings/stored/import-entries';
import { evidenceLine, importLineOf, type ImportedFile } from './imported-file.ts';

/** Everything that was imported, oldest first. Throws nothing for what is damaged: the caller sees it is not listed. */
export async function listImports(state: StateStore): Promise<readonly ImportedFile[]> {
  const { imports } = await importEntries(state);
  const { entries: evidence } = await entriesOf(state, 'evidence');
  return [...imports.map((entry) => importLineOf(entry, false)), ...evidence.map(evidenceLine)].sort((a, b) =>
    a.importedAt < b.importedAt ? -1 : 1,
  );
}
