// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ReleasesRecord } from '@plumbline/core/facts/records/releases-record';
import { recordContent } from '../../records/record-content.ts';
import { atStrength } from '../../reports/at-strength.ts';
import { neverReleased, recentReleaseTags, versionKey } from '../../reports/recent-release-tags.ts';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { type ExpectedRelease, keptOf, lackingWords } from './kept-of.ts';

// SP 800-218 PS.3.1. The tags say which releases there are, so that leaving one out is seen. The archive itself is believed before a
// record of it; a record may only add what is kept elsewhere.
export const releasesArchived: Check = defineCheck({
  id: 'releases-archived',
  question: 'Is everything that must be retained archived for each release of the last 365 days?',
  scope: 'release',
  needs: ['git-releases', 'release-archive'],
  uses: ['record:releases'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'For each release tag of the last 365 days, at least the newest, source, artifacts, bill of materials, provenance and reports are kept, and the date of retention has not come. It is observed where `plumbline archive put` put them there, documented where security/releases.yaml says so.',
    doesNotShow: 'Whether the archive can be read (archive-restorable), and who may read it.',
    resolve:
      'Archive each release: `plumbline release TAG --artifact … --source … --sbom … --provenance … --report …`, then `plumbline archive put`; or say in security/releases.yaml where it is kept.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Gather each release whole: plumbline release TAG --artifact FILE... --source FILE --sbom FILE --provenance FILE --report FILE',
      'Archive it with a date of retention: plumbline archive put FOLDER --to PLACE --retain 5y',
      'What is kept elsewhere: record in security/releases.yaml where it is, its checksums, and until when it is retained',
    ],
    patch: 'starter-records',
    after: ['release-has-sbom', 'release-has-provenance'],
  },
  answer({ 'git-releases': tags, 'release-archive': archive, 'record:releases': record }, { asOf }) {
    const { content, refusal } = record === undefined ? notSeen : recordContent(record, 'releases');
    const isRecordless = record?.state === 'absent' || content?.releases.length === 0;
    if (neverReleased(tags) && archive.state === 'absent' && isRecordless && record !== undefined)
      return notApplicable('Nothing was released: no tag, no archive and no record of a release', [
        cite(tags),
        cite(archive),
        cite(record),
      ]);
    const expected = expectedReleases(tags, archive, content, asOf);
    if (expected.length === 0) return noneKnown(tags);
    const kept = expected.map((release) => keptOf(release, { archive, content, asOf }));
    const recorded = record === undefined ? [] : [cite(record)];
    const lacking = kept.filter(({ lacks, contradiction }) => contradiction !== null || lacks.length > 0);
    const measures = [{ name: 'releases archived', value: expected.length - lacking.length, of: expected.length }];
    if (lacking.length === 0) {
      const strength = kept.some(({ byRecord }) => byRecord) ? 'documented' : 'observed';
      const places = citeAll(
        archive,
        kept.flatMap(({ place }) => place ?? []),
      );
      return yes(
        `Archived whole, and retained: ${allCounted(expected.length, 'release')} (${nameSome(expected.map(({ tag }) => tag))})`,
        atStrength([...places, cite(tags), ...recorded], strength),
        measures,
      );
    }
    const because = `${lacking.length} of ${counted(expected.length, 'release')} not known to be archived whole: ${nameSome(lacking.map(lackingWords))}`;
    const isContradicted = lacking.some(({ contradiction }) => contradiction !== null);
    return refusal?.outcome === 'unknown' && !isContradicted
      ? unknown(`${because}; no record says where else`, refusal.resolve, [cite(archive), cite(tags)], measures)
      : no(because, [cite(archive), cite(tags), ...recorded], measures);
  },
});

function noneKnown(tags: Seen<'git-releases'>): Answer {
  return neverReleased(tags)
    ? unknown(
        'No release is known here: no tag and no archive, and no record of releases was seen',
        'Keep security/releases.yaml (`plumbline init`), or tag and archive a release',
        [cite(tags)],
      )
    : unknown('Which releases there are cannot be told from tags that move', 'Mark each release with its own tag', [
        cite(tags),
      ]);
}

const notSeen = {
  content: null,
  refusal: unknown(
    'The record of releases was not seen',
    'Archive the whole release with plumbline archive put, or say in security/releases.yaml where the rest of it is kept (`plumbline init`)',
  ),
} as const;

/** Those of the last 365 days; where there is no tag at all, what archive and record name. */
function expectedReleases(
  tags: Seen<'git-releases'>,
  archive: Seen<'release-archive'>,
  content: ReleasesRecord | null,
  asOf: string,
): readonly ExpectedRelease[] {
  const recent = recentReleaseTags(tags, asOf);
  if (recent.length > 0 || !neverReleased(tags))
    return recent.map(({ name, commit }) => ({ version: versionKey(name), tag: name, commit }));
  const archived = archive.state === 'absent' ? [] : archive.fact.releases.map(({ tag, name }) => tag ?? name);
  const named = [...archived, ...(content?.releases ?? []).map(({ version }) => version)];
  return [...new Map(named.map((name) => [versionKey(name), name]))].map(([version, tag]) => ({
    version,
    tag,
    commit: null,
  }));
}
