// SPDX-License-Identifier: Apache-2.0
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import { earliest } from '@plumbline/formats/imports/earliest';
import { parseInstant } from '@plumbline/formats/imports/parse-instant';

export type Assessed = { readonly commit: string; readonly committedAt: string };

/**
 * When the reports of one kind took effect: the oldest of those that can count, so that nothing reads as fresher than it
 * is. Those about the assessed commit count where there are any; one of them that states no time is at least as young as
 * the commit. Null: no time is known, and what is no property of a commit cannot borrow the commit's.
 */
export function tookEffect(
  kind: FactKind,
  from: readonly ImportBinding[],
  { commit, committedAt }: Assessed,
): string | null {
  const commitTime = parseInstant(committedAt)?.at ?? committedAt;
  const bound = from.filter((report) => report.commit === commit.toLowerCase() && report.completed !== false);
  const times = (bound.length > 0 ? bound : from).map(
    ({ finishedAt }) => finishedAt ?? (bound.length > 0 ? commitTime : null),
  );
  const oldest = earliest(times);
  return oldest ?? (kind === 'endpoint-posture' ? null : commitTime);
}
