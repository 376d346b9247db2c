// SPDX-License-Identifier: Apache-2.0
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ReleaseTag } from '@plumbline/core/facts/git-releases';
import { withinDays } from '../days/days-before.ts';

const windowDays = 365;

/** The tags of the releases of the last 365 days, at least the newest one. Newest first; empty where none was made. */
export function recentReleaseTags(item: Seen<'git-releases'>, asOf: string): readonly ReleaseTag[] {
  if (item.state === 'absent') return [];
  const { latest } = item.fact;
  const recent = latest.filter(({ createdAt }) => withinDays(createdAt, asOf, windowDays));
  return recent.length > 0 ? recent : latest.slice(0, 1);
}

/** Whether tags show that nothing was ever released. Tags that move may stand for releases, so they do not show it. */
export function neverReleased(item: Seen<'git-releases'>): boolean {
  return item.state === 'absent' || (item.fact.latest.length === 0 && item.fact.leftOut.length === 0);
}

/** `v1.2.0`, `release/1.2.0` and `product-1_2_0` are version `1.2.0`. Without a digit it is the whole name. */
export function versionKey(name: string): string {
  const last = (name.split('/').at(-1) ?? name).toLowerCase().replaceAll('_', '.');
  const digit = last.search(/\d/);
  return digit === -1 ? last : last.slice(digit);
}
