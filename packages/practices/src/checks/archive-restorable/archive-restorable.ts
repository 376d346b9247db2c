// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { daysBefore } from '../../days/days-before.ts';
import { neverReleased } from '../../reports/recent-release-tags.ts';
import { recordContent } from '../../records/record-content.ts';
import { shortText } from '../../words/short-text.ts';

const daysMax = 365;

export const archiveRestorable: Check = defineCheck({
  id: 'archive-restorable',
  question: 'Did a drill in the last 365 days restore an archived release and verify it?',
  scope: 'release',
  needs: ['record:releases', 'git-releases'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'The newest recorded drill fetched an archived release again, hashed and verified it, and passed.',
    doesNotShow: 'Whether every release can be restored: a drill is a sample.',
    resolve: 'Run a restore drill and record its day and result under the release in security/releases.yaml.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Fetch a release from the archive, compare its digests and verify its signatures',
      'Record the drill with its day and result',
    ],
    after: ['releases-archived'],
  },
  answer({ 'record:releases': item, 'git-releases': tags }, { asOf }) {
    if (neverReleased(tags) && (item.state === 'absent' || item.fact.content.releases.length === 0))
      return notApplicable('Nothing was released: no tag and no record of a release', [cite(tags), cite(item)]);
    const { content, refusal } = recordContent(item, 'releases');
    if (refusal !== null) return refusal;
    const drills = content.releases
      .flatMap((release) => release.drills)
      .filter(({ on }) => daysBefore(on, asOf) >= 0)
      .toSorted((a, b) => (a.on < b.on ? 1 : -1));
    const [newest] = drills;
    if (newest === undefined) return no('No drill of restoring a release is recorded', [cite(item)]);
    const day = shortText(newest.on);
    if (!newest.passed) return no(`The drill of ${day} failed`, [cite(item)]);
    const measures = [
      { name: 'drills passed', value: drills.filter(({ passed }) => passed).length, of: drills.length },
    ];
    return daysBefore(newest.on, asOf) <= daysMax
      ? yes(`The drill of ${day} restored and verified a release`, [cite(item)], measures)
      : no(`The last drill, of ${day}, is more than ${daysMax} days ago`, [cite(item)], measures);
  },
});
