// SPDX-License-Identifier: Apache-2.0
import type { KnownVulnerability } from '@plumbline/core/facts/vulnerability-feeds';
import type { Informational } from '@plumbline/core/vulnerabilities/advisory';
import type { KnownComponent } from '@plumbline/core/vulnerabilities/package-key';
import type { KnownExploited } from '@plumbline/formats/kev/parse-kev';
import { isMalicious } from '@plumbline/findings/components/is-malicious';
import { matchComponent } from '@plumbline/findings/components/match-component';
import type { AdvisoryDetails } from './advisory-index/index-codec.ts';
import type { AdvisoryIndex } from './advisory-index/open-advisory-index.ts';

/** What is known about exploitation, by CVE id; null where the feed is not at hand. */
export type ExploitFeeds = {
  readonly exploited: ReadonlyMap<string, KnownExploited> | null;
  readonly probability: ((id: string) => number | null) | null;
};

export type KnownMatch = {
  readonly state: 'affected' | 'undecided';
  readonly informational: Informational | null;
  readonly known: KnownVulnerability;
};

/** The advisories of an index that speak of a component, with what the other feeds say of each. */
export function matchKnown(
  component: KnownComponent,
  purl: string,
  index: AdvisoryIndex,
  feeds: ExploitFeeds,
): readonly KnownMatch[] {
  return matchComponent(component, index.candidates(component.key)).map(({ advisory, state, because, fixedIn }) => {
    const details = index.details(advisory.number);
    const ids = [details.id, ...details.aliases, ...details.upstream];
    return {
      state,
      informational: details.informational,
      known: {
        id: details.id,
        aliases: ids.slice(1),
        purl,
        severity: severityOf(details),
        exploited: feeds.exploited === null ? null : ids.some((id) => feeds.exploited?.has(id) === true),
        malicious: isMalicious(details),
        epss: highest(ids.flatMap((id) => feeds.probability?.(id) ?? [])),
        fixedIn,
        because,
      },
    };
  });
}

const highest = (scores: readonly number[]): number | null => (scores.length === 0 ? null : Math.max(...scores));

const severityOf = ({ severity }: AdvisoryDetails): KnownVulnerability['severity'] => severity ?? 'unrated';
