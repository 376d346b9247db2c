// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import type { ReleaseEntry } from '@plumbline/core/facts/records/releases-record';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { neverReleased, recentReleaseTags, versionKey } from '../../reports/recent-release-tags.ts';
import { recordContent } from '../../records/record-content.ts';

// SP 800-218 PS.3.1. The tags say which releases there are, so that leaving one out of the record is seen.
export const releasesArchived: Check = defineCheck({
  id: 'releases-archived',
  question: 'Is everything that must be retained archived for each release of the last 365 days?',
  scope: 'release',
  needs: ['record:releases', 'git-releases'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'For each release tag of the last 365 days, at least the newest, the record says where source, artifacts, bill of materials, provenance, reports and checksums are kept and until when.',
    doesNotShow: 'Whether the archive can be read (archive-restorable), and who may read it.',
    resolve: 'Keep security/releases.yaml with an entry for each release; mark releases with tags.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Let the release pipeline store source, artifacts, SBOM, provenance and reports where they cannot be changed',
      'Record in security/releases.yaml where they are, their checksums, and until when they are retained',
    ],
    patch: 'starter-records',
    after: ['release-has-sbom', 'release-has-provenance'],
  },
  answer({ 'record:releases': item, 'git-releases': tags }, { asOf }) {
    if (neverReleased(tags) && (item.state === 'absent' || item.fact.content.releases.length === 0))
      return notApplicable('Nothing was released: no tag and no record of a release', [cite(tags), cite(item)]);
    const { content, refusal } = recordContent(item, 'releases');
    if (refusal !== null) return refusal;
    const recent = recentReleaseTags(tags, asOf);
    if (recent.length === 0 && !neverReleased(tags)) {
      return unknown(
        'Which releases there are cannot be told from tags that move',
        'Mark each release with its own tag',
        [cite(tags)],
      );
    }
    const entries = new Map(content.releases.map((entry) => [versionKey(entry.version), entry]));
    const expected = recent.length === 0 ? [...entries.keys()] : recent.map(({ name }) => versionKey(name));
    const lacking = expected.filter((version) => !isArchived(entries.get(version), asOf));
    const measures = [{ name: 'releases archived', value: expected.length - lacking.length, of: expected.length }];
    const citations = [cite(item), cite(tags, { strength: item.strength })] as const;
    return lacking.length === 0
      ? yes(`Archived with a date of retention: ${allCounted(expected.length, 'release')}`, citations, measures)
      : no(
          `${lacking.length} of ${counted(expected.length, 'release')} not fully archived: ${nameSome(lacking)}`,
          citations,
          measures,
        );
  },
});

function isArchived(entry: ReleaseEntry | undefined, asOf: string): boolean {
  if (entry === undefined || entry.checksums.length === 0 || entry.retainUntil === null) return false;
  const isKept = Object.values(entry.archive).every((place) => place !== null && place.trim() !== '');
  return isKept && Date.parse(`${entry.retainUntil.slice(0, 10)}T23:59:59Z`) >= Date.parse(asOf);
}
