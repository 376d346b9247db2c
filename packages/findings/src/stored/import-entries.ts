// SPDX-License-Identifier: Apache-2.0
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import { entriesOf } from '@plumbline/core/state/entries-of';
import type { StateStore } from '@plumbline/core/state/state-store';
import { compareText } from '../compare-text.ts';

/** The imports that are kept, oldest first; `broken` names entries whose content is not what their name says. */
export async function importEntries(
  state: StateStore,
): Promise<{ readonly imports: readonly ImportEntry[]; readonly broken: readonly string[] }> {
  const { entries, broken } = await entriesOf(state, 'imports');
  return { imports: entries.toSorted(byTime), broken };
}

/** The order in which they were taken in; of two at once, by what they hold. */
function byTime(a: ImportEntry, b: ImportEntry): number {
  return (
    compareText(a.importedAt, b.importedAt) ||
    compareText(a.report, b.report) ||
    compareText(a.commit ?? '', b.commit ?? '')
  );
}
