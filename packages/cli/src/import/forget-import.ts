// SPDX-License-Identifier: Apache-2.0
import type { StateStore } from '@plumbline/core/state/state-store';

/** Removes what was imported from the file with this digest (`sha256:` may be left out); how many entries there were. */
export async function forgetImport(state: StateStore, digest: string): Promise<number> {
  const wanted = digest.replace(/^sha256:/, '');
  let count = 0;
  for (const kind of ['imports', 'evidence'] as const) {
    const { intact } = await state.entries(kind);
    for (const { id, value } of intact) {
      if (digestIn(value) !== wanted) continue;
      await state.remove(kind, id);
      count += 1;
    }
  }
  return count;
}

function digestIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const digest: unknown = 'report' in value ? value.report : 'sha256' in value ? value.sha256 : null;
  return typeof digest === 'string' ? digest.replace(/^sha256:/, '') : null;
}
