// SPDX-License-Identifier: Apache-2.0
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import { openFeeds } from '@plumbline/adapters/platform/feeds/open-feeds';
import type { ExploitSignals } from '@plumbline/core/findings/finding';
import type { CveAssessment, SsvcPoints } from '@plumbline/core/vulnerabilities/cve-assessment';
import { noKnowledge, type Knowledge } from '@plumbline/findings/lifecycle/decisions';

/** What the feeds of this machine know of vulnerabilities, by CVE id; nothing where there are none. */
export async function knowledgeOfFeeds(named: string | undefined): Promise<Knowledge> {
  const feeds = await openFeeds(feedsFolder(named));
  if (feeds === null) return noKnowledge;
  try {
    const [exploited, probability, assessment] = await Promise.all([
      feeds.exploited(),
      feeds.probabilities(),
      feeds.assessments(),
    ]);
    const assessed = (ids: readonly string[]): readonly CveAssessment[] => ids.flatMap((id) => assessment?.(id) ?? []);
    return {
      exploitOf: (ids): ExploitSignals => {
        const entry = ids.map((id) => exploited?.get(id)).find((one) => one !== undefined);
        const scores = ids.flatMap((id) => probability?.(id) ?? []);
        const ssvc = gravest(assessed(ids));
        return {
          knownExploited: exploited === null ? null : entry !== undefined,
          ...(typeof entry?.dueOn === 'string' ? { kevDueDate: entry.dueOn } : {}),
          ...(scores.length === 0 ? {} : { epss: Math.max(...scores) }),
          ...(ssvc === null ? {} : { ssvc }),
        };
      },
      vectorsOf: (ids) => [...new Set(assessed(ids).flatMap(({ vectors }) => vectors))],
    };
  } finally {
    feeds.close();
  }
}

const graveness: readonly SsvcPoints['exploitation'][] = [undefined, 'none', 'poc', 'active'];
const rank = ({ exploitation }: SsvcPoints): number => graveness.indexOf(exploitation);

/** The points of the CVE that is exploited most, of several that one finding is about. */
function gravest(assessments: readonly CveAssessment[]): SsvcPoints | null {
  return assessments.flatMap(({ ssvc }) => ssvc ?? []).toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}
