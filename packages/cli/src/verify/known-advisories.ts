// SPDX-License-Identifier: Apache-2.0
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import { openFeeds } from '@plumbline/adapters/platform/feeds/open-feeds';
import type { KnownVulnerabilities } from '@plumbline/engine/verify/vex/vex-report';
import { knownInFeeds } from '../sbom/known-in-feeds.ts';

/** What the advisories of this machine say of package URLs; null: there are none. */
export async function knownAdvisories(
  purls: readonly string[],
  folder: string | undefined,
  signal: AbortSignal,
): Promise<KnownVulnerabilities | null> {
  const feeds = await openFeeds(feedsFolder(folder));
  if (feeds === null) return null;
  try {
    const { known, asOf, uncovered } = await knownInFeeds(feeds, purls, signal);
    return { known: [...known.values()], asOf, uncovered: [...uncovered].toSorted() };
  } finally {
    feeds.close();
  }
}
