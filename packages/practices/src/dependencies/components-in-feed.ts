// SPDX-License-Identifier: Apache-2.0
import type { Answer, Citations } from '@plumbline/core/answers/answer';
import { notApplicable, unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { VulnerabilityFeeds } from '@plumbline/core/facts/vulnerability-feeds';
import { countedDependencies, namesNoComponent } from './counted-dependencies.ts';
import { withinDays } from '../days/days-before.ts';
import { isoDay } from '../days/iso-day.ts';

/** Feed data older than this says too little about today. */
export const feedDaysMax = 7;

/** A fresh feed with the number of components that it was asked about, or the answer where there is none. */
export type ComponentsInFeed =
  | {
      readonly feed: VulnerabilityFeeds;
      readonly components: number;
      readonly citations: Citations;
      readonly refusal: null;
    }
  | { readonly feed: null; readonly refusal: Answer };

const refuse = (refusal: Answer): ComponentsInFeed => ({ feed: null, refusal });

/**
 * Joins the components of the tree with what feeds say about them. Not applicable where the manifests name none;
 * unknown without a feed, with an old one, and where the components cannot be listed.
 */
export function componentsInFeed(
  inventory: Seen<'dependency-inventory'>,
  feeds: Seen<'vulnerability-feeds'> | undefined,
  asOf: string,
): ComponentsInFeed {
  const counted = inventory.state === 'absent' ? null : countedDependencies(inventory.fact);
  if (counted !== null && namesNoComponent(counted))
    return refuse(notApplicable('The manifests name no component from outside', [cite(inventory)]));
  const components = counted?.components.length ?? 0;
  if (components === 0)
    return refuse(
      unknown(
        'No lockfile lists the components, so that they cannot be looked up',
        'Lock the dependencies, or pass a bill of materials',
        [cite(inventory)],
      ),
    );
  if (feeds === undefined || feeds.state === 'absent')
    return refuse(
      unknown(`No feed was asked about ${components} components`, factSources['vulnerability-feeds'].resolve, [
        cite(inventory),
      ]),
    );
  if (!withinDays(feeds.fact.asOf, asOf, feedDaysMax))
    return refuse(
      unknown(
        `The feed data is of ${isoDay(feeds.fact.asOf)}; it counts for ${feedDaysMax} days`,
        'Fetch the feeds again, or assess as of the day of the data',
        [cite(feeds)],
      ),
    );
  return { feed: feeds.fact, components, citations: [cite(feeds), cite(inventory)], refusal: null };
}
