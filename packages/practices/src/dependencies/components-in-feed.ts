// SPDX-License-Identifier: Apache-2.0
import type { Answer, Citations } from '@plumbline/core/answers/answer';
import { notApplicable, unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { FeedName, KnownVulnerability, VulnerabilityFeeds } from '@plumbline/core/facts/vulnerability-feeds';
import { countedDependencies, namesNoComponent } from './counted-dependencies.ts';
import { withinDays } from '../days/days-before.ts';
import { isoDay } from '../days/iso-day.ts';
import { nameSome } from '../words/name-some.ts';
import { counted as countedWord } from '../words/counted.ts';

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

/** What feeds are called in sentences. */
export const feedTitles: { readonly [F in FeedName]: string } = {
  osv: 'advisories (OSV)',
  kev: 'known exploited vulnerabilities (KEV)',
  epss: 'probabilities of exploitation (EPSS)',
  cve: 'assessments of vulnerabilities (CVE records)',
  'end-of-life': 'ends of life',
};

/**
 * Joins the components of the tree with what feeds say about them. Not applicable where the manifests name none;
 * unknown without a feed of `needed`, with an old one, and where the components cannot be listed.
 */
export function componentsInFeed(
  inventory: Seen<'dependency-inventory'>,
  feeds: Seen<'vulnerability-feeds'> | undefined,
  { asOf, needed }: { readonly asOf: string; readonly needed: readonly FeedName[] },
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
  const refusal = oldOrMissing(feeds.fact, needed, asOf, [cite(feeds)]);
  if (refusal !== null) return refuse(refusal);
  return { feed: feeds.fact, components: feeds.fact.asked, citations: [cite(feeds), cite(inventory)], refusal: null };
}

/** Unknown where a needed feed was not there, or its data is too old to speak of `asOf`; null where all are fresh. */
export function oldOrMissing(
  { asOf: ages }: VulnerabilityFeeds,
  needed: readonly FeedName[],
  asOf: string,
  citations: Citations,
): Answer | null {
  const resolve =
    'Fetch the feeds (`plumbline feeds sync`), or import a bundle of them (`plumbline feeds import FILE`)';
  for (const feed of needed) {
    const age = ages[feed];
    if (age === undefined) return unknown(`There is no data of ${feedTitles[feed]}`, resolve, citations);
    if (!withinDays(age, asOf, feedDaysMax))
      return unknown(
        `The data of ${feedTitles[feed]} is of ${isoDay(age)}; it counts for ${feedDaysMax} days`,
        `${resolve}, or assess as of the day of the data`,
        citations,
      );
  }
  return null;
}

/** Which advisories leave the question open, and of what the data must speak at all for silence to mean something. */
export type StillAsked = {
  readonly undecided?: readonly KnownVulnerability[];
  readonly silentOn?: keyof VulnerabilityFeeds['silent'];
};

/**
 * What keeps an answer about all components open although no feed names one: ecosystems without data, and advisories of
 * which nobody can tell whether they speak of a component. Null: nothing does.
 */
export function stillOpen(
  { uncovered, silent }: VulnerabilityFeeds,
  { undecided = [], silentOn }: StillAsked,
  citations: Citations,
): Answer | null {
  if (uncovered.length > 0)
    return unknown(
      `No advisories are at hand for ${nameSome(uncovered.map(({ ecosystem, components }) => `${countedWord(components, 'component')} of ${ecosystem}`))}`,
      `Fetch them: plumbline feeds sync --ecosystem ${uncovered.map(({ ecosystem }) => `"${ecosystem}"`).join(' ')}`,
      citations,
    );
  const mute = silentOn === undefined ? [] : silent[silentOn];
  if (mute.length > 0)
    return unknown(
      `The advisories at hand for ${nameSome(mute)} name no ${silentOn} package at all: nobody says which there are`,
      'Take in the advisories of OSV itself (`plumbline feeds sync`); where they name none either, ask the registry',
      citations,
    );
  if (undecided.length > 0)
    return unknown(
      `Nobody can tell of ${nameSome(undecided.map(({ id, purl, because }) => `${id} in ${purl} (${because})`))}`,
      'Pin each of these components to a released version',
      citations,
    );
  return null;
}
