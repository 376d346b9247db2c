// SPDX-License-Identifier: Apache-2.0
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import { feedNames, type FeedName } from '@plumbline/core/facts/vulnerability-feeds';

/** Data that is older than this says too little about today, as in the checks that read it. */
const freshDays: { readonly [F in FeedName]: number } = { osv: 7, kev: 7, epss: 7, cve: 7, 'end-of-life': 90 };
const dayMs = 86_400_000;

/** The feeds that are at hand and fresh enough to decide by. */
export function feedData({ 'vulnerability-feeds': item }: EvidenceSet, asOf: string): readonly FeedName[] {
  if (item?.state !== 'found') return [];
  return feedNames.filter((name) => {
    const from = item.fact.asOf[name];
    return from !== undefined && Date.parse(asOf) - Date.parse(from) <= freshDays[name] * dayMs;
  });
}
