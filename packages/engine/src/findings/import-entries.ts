// SPDX-License-Identifier: Apache-2.0
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import type { StateStore } from '@plumbline/core/state/state-store';

/** The imports that are kept, oldest first; `broken` names entries whose content is not what their name says. */
export async function importEntries(
  state: StateStore,
): Promise<{ readonly imports: readonly ImportEntry[]; readonly broken: readonly string[] }> {
  const { intact, broken } = await state.entries('imports');
  const imports = intact.flatMap(({ value }) => (isImportEntry(value) ? [value] : []));
  return { imports: imports.sort(byTime), broken };
}

/** An entry of another schema was written by another version: it is left alone. */
function isImportEntry(value: unknown): value is ImportEntry {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === 1;
}

/** The order in which they were taken in; of two at once, by what they hold. */
function byTime(a: ImportEntry, b: ImportEntry): number {
  return compare(a.importedAt, b.importedAt) || compare(a.report, b.report) || compare(a.commit ?? '', b.commit ?? '');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
