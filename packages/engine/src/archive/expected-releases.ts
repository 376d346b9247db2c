// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '@plumbline/core/digest';
import { entriesOf } from '@plumbline/core/state/entries-of';
import type { StateStore } from '@plumbline/core/state/state-store';
import { isShorter } from './retention.ts';

/** A release that must still be in an archive. `manifest` is null where nobody could read it. */
export type ExpectedRelease = {
  readonly name: string;
  readonly manifest: Digest | null;
  readonly retainUntil: string | null;
};

/** `sure`: it was put there, or a drill restored it. What a drill found altered is no measure for the next one. */
type Seen = ExpectedRelease & { readonly at: string; readonly sure: boolean };

/**
 * Releases that were put into an archive, or that a drill of it saw, and whose retention has not ended, as they were last when
 * they were whole: neither a release that vanishes nor one that is put back to what it was before is overlooked.
 */
export async function expectedReleases(
  state: StateStore,
  archive: string,
  now: string,
): Promise<readonly ExpectedRelease[]> {
  const { entries: drills } = await entriesOf(state, 'drills');
  const { entries: archived } = await entriesOf(state, 'archived');
  const seen: readonly Seen[] = [
    ...drills
      .filter((drill) => drill.archive === archive)
      .flatMap(({ startedAt, releases }) =>
        releases.map(({ name, manifest, retainUntil, restored }) => ({
          name,
          manifest: restored ? manifest : null,
          retainUntil,
          at: startedAt,
          sure: restored,
        })),
      ),
    ...archived
      .filter((entry) => entry.archive === archive)
      .map(({ name, manifest, retainUntil, archivedAt }) => ({
        name,
        manifest,
        retainUntil,
        at: archivedAt,
        sure: true,
      })),
  ];
  const last = new Map<string, Seen>();
  // Retention is never made shorter: of what is known, the longest counts.
  for (const one of seen.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const before = last.get(one.name);
    if (one.sure && before?.sure === true)
      last.set(one.name, {
        ...one,
        retainUntil: isShorter(one.retainUntil, before.retainUntil) ? before.retainUntil : one.retainUntil,
      });
    else if (one.sure || before === undefined) last.set(one.name, one);
  }
  return [...last.values()]
    .filter(({ retainUntil }) => retainUntil === null || retainUntil >= now.slice(0, 10))
    .map(({ name, manifest, retainUntil }) => ({ name, manifest, retainUntil }));
}
