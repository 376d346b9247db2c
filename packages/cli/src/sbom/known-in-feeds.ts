// SPDX-License-Identifier: Apache-2.0
import { matchKnown } from '@plumbline/adapters/platform/feeds/match-known';
import type { Feeds } from '@plumbline/adapters/platform/feeds/open-feeds';
import type { KnownVulnerability } from '@plumbline/core/facts/vulnerability-feeds';
import { knownComponent } from '@plumbline/core/vulnerabilities/package-key';

export type KnownInFeeds = {
  /** By the vulnerability and the package without its version: an update to another affected version changes nothing. */
  readonly known: ReadonlyMap<string, KnownVulnerability>;
  /** How new the advisories that were asked are, ISO 8601: of several ecosystems, the oldest; null: none were. */
  readonly asOf: string | null;
  /** Ecosystems of which no advisories are at hand. */
  readonly uncovered: ReadonlySet<string>;
};

/** What advisories say of package URLs. Findings of which nobody can tell whether they apply are not counted. */
export async function knownInFeeds(feeds: Feeds, purls: readonly string[], signal: AbortSignal): Promise<KnownInFeeds> {
  const signals = { exploited: await feeds.exploited(), probability: await feeds.probabilities() };
  const known = new Map<string, KnownVulnerability>();
  const bases = new Set<string>();
  const uncovered = new Set<string>();
  for (const purl of purls) {
    signal.throwIfAborted();
    const component = knownComponent(purl);
    if (component === null) continue;
    const index = feeds.advisories(component.base);
    if (index === null) {
      uncovered.add(component.base);
      continue;
    }
    bases.add(component.base);
    for (const { state, informational, known: one } of matchKnown(component, purl, index, signals))
      if (state === 'affected' && informational === null) known.set(`${one.id} ${component.key}`, one);
  }
  const ages = [...bases].flatMap((base) => feeds.part('osv', base)?.asOf ?? []);
  return { known, asOf: ages.toSorted()[0] ?? null, uncovered };
}
