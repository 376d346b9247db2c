// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import { daysBefore } from '../../days/days-before.ts';
import { recordContent } from '../../records/record-content.ts';
import { isRetained } from '../../reports/is-retained.ts';
import { neverReleased } from '../../reports/recent-release-tags.ts';
import { shortText } from '../../words/short-text.ts';
import { ofDrills } from './of-drills.ts';

const daysMax = 365;

// SP 800-218 PS.3.1. A drill that ran here is believed before a record of one: the record speaks only where no archive is known.
export const archiveRestorable: Check = defineCheck({
  id: 'archive-restorable',
  question: 'Did a drill in the last 365 days restore the archived releases and verify them?',
  scope: 'release',
  needs: ['git-releases', 'release-archive'],
  uses: ['record:releases'],
  strength: 'tested',
  automation: 'automatic',
  guide: {
    shows:
      'The newest `plumbline archive drill` fetched every archived release again and compared every byte. It is tested where signatures were verified too, observed where they were not looked at, and documented where only security/releases.yaml tells of a drill.',
    doesNotShow: 'Whether it can be restored by somebody else, elsewhere.',
    resolve:
      'Run `plumbline archive drill --from PLACE --trust trust.yaml` in the project, or record the drill with its day and result in security/releases.yaml.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Restore the archive and verify what comes out: plumbline archive drill --from PLACE --trust trust.yaml',
      'Run it on a schedule, and keep .plumbline/ between runs',
      'Record drills of archives that are kept otherwise, with day and result, in security/releases.yaml',
    ],
    after: ['releases-archived'],
  },
  answer({ 'git-releases': tags, 'release-archive': archive, 'record:releases': record }, { asOf }) {
    const isRecordless = record?.state === 'absent' || record?.fact.content.releases.length === 0;
    if (neverReleased(tags) && archive.state === 'absent' && record !== undefined && isRecordless)
      return notApplicable('Nothing was released: no tag, no archive and no record of a release', [
        cite(tags),
        cite(archive),
        cite(record),
      ]);
    const retained =
      archive.state === 'absent'
        ? []
        : archive.fact.releases.filter(({ retainUntil }) => isRetained(retainUntil, asOf));
    if (archive.state === 'found' && retained.length > 0)
      return ofDrills({ archive, retained, failedOn: failedOn(record, asOf), daysMax }, asOf);
    if (record !== undefined) return ofRecord(record, asOf);
    return unknown(
      'No archive is known here, and no record of drills was seen',
      'Run plumbline archive put and plumbline archive drill in the project, or keep security/releases.yaml (`plumbline init`)',
      [cite(archive)],
    );
  },
});

type Drill = { readonly on: string; readonly passed: boolean };

/** Recorded drills that are over, the newest first. */
function recordedDrills(record: Seen<'record:releases'>, asOf: string): readonly Drill[] {
  const { content } = recordContent(record, 'releases');
  return (content?.releases ?? [])
    .flatMap((release) => release.drills)
    .filter(({ on }) => daysBefore(on, asOf) >= 0)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1));
}

/** The day of the newest recorded drill when it failed. */
function failedOn(record: Seen<'record:releases'> | undefined, asOf: string): string | null {
  const [newest] = record === undefined ? [] : recordedDrills(record, asOf);
  return newest === undefined || newest.passed ? null : newest.on;
}

function ofRecord(record: Seen<'record:releases'>, asOf: string): Answer {
  const { refusal } = recordContent(record, 'releases');
  if (refusal !== null) return refusal;
  const drills = recordedDrills(record, asOf);
  const [newest] = drills;
  if (newest === undefined) return no('No drill of restoring a release is recorded', [cite(record)]);
  const day = shortText(newest.on);
  if (!newest.passed) return no(`The drill of ${day} failed, as recorded`, [cite(record)]);
  const measures = [{ name: 'drills passed', value: drills.filter(({ passed }) => passed).length, of: drills.length }];
  return daysBefore(newest.on, asOf) <= daysMax
    ? yes(`The drill of ${day} restored and verified a release, as recorded`, [cite(record)], measures)
    : no(`The last recorded drill, of ${day}, is more than ${daysMax} days ago`, [cite(record)], measures);
}
