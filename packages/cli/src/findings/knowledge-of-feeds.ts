// SPDX-License-Identifier: Apache-2.0
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import { openFeeds } from '@plumbline/adapters/platform/feeds/open-feeds';
import type { ExploitSignals } from '@plumbline/core/findings/finding';
import { noKnowledge, type Knowledge } from '@plumbline/findings/lifecycle/decisions';

/** What the feeds of this machine know of exploitation, by CVE id; nothing where there are none. */
export async function knowledgeOfFeeds(named: string | undefined): Promise<Knowledge> {
  const feeds = await openFeeds(feedsFolder(named));
  if (feeds === null) return noKnowledge;
  try {
    const [exploited, probability] = await Promise.all([feeds.exploited(), feeds.probabilities()]);
    return {
      ...noKnowledge,
      exploitOf: (ids): ExploitSignals => {
        const entry = ids.map((id) => exploited?.get(id)).find((one) => one !== undefined);
        const scores = ids.flatMap((id) => probability?.(id) ?? []);
        return {
          knownExploited: exploited === null ? null : entry !== undefined,
          ...(typeof entry?.dueOn === 'string' ? { kevDueDate: entry.dueOn } : {}),
          ...(scores.length === 0 ? {} : { epss: Math.max(...scores) }),
        };
      },
    };
  } finally {
    feeds.close();
  }
}
