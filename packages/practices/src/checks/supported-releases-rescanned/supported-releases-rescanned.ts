// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ReleaseEntry } from '@plumbline/core/facts/records/releases-record';
import { whyUnbound } from '../../reports/bound-report.ts';
import { whySilent } from '../../reports/bound-scans.ts';
import { counted } from '../../words/counted.ts';
import { withinDays } from '../../days/days-before.ts';
import { isoDay } from '../../days/iso-day.ts';
import { nameSome } from '../../words/name-some.ts';
import { recordContent } from '../../records/record-content.ts';
import { noneCounted } from '../../words/none-counted.ts';
import { allCounted } from '../../words/all-counted.ts';

/** Days after which a supported release has to be scanned again. */
const rescanDaysMax = 30;

// SP 800-218 RV.1.2: "on a regular or continuous basis for all supported releases", not only the default branch. The
// register decides; a report of the very commit of each release makes the same answer stronger.
export const supportedReleasesRescanned: Check = defineCheck({
  id: 'supported-releases-rescanned',
  question: 'Was every supported release analysed again in the last 30 days?',
  scope: 'product',
  needs: ['record:releases'],
  uses: ['git-releases', 'scan-reports'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'The register of releases gives each supported one a day of analysis in the last 30 days. It is observed where a bound report of that day or later names the commit of each release’s tag, otherwise documented.',
    doesNotShow: 'What the analysis found, or whether the register lists every supported release.',
    resolve:
      'Keep security/releases.yaml with supportedUntil and scannedOn, scan each release from its tag, and take its reports in: `plumbline import FILE --commit TAG`.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'List the releases that are still supported',
      'Analyse each on a schedule, from its tag (plumbline scan in a checkout of it, or plumbline import FILE --commit TAG)',
      'Record the day, and keep the reports',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:releases': item, 'git-releases': tags, 'scan-reports': scans }, { asOf }) {
    const { content, refusal } = recordContent(item, 'releases');
    if (refusal !== null) return refusal;
    const { releases } = content;
    if (releases.length === 0)
      return unknown('The register of releases names none', 'Record the releases with the end of their support', [
        cite(item),
      ]);
    const supported = releases.filter((release) => isSupported(release, asOf));
    if (supported.length === 0)
      return notApplicable(`${noneCounted(releases.length, 'recorded release')} is supported any more`, [cite(item)]);
    const stale = supported.filter(({ scannedOn }) => !withinDays(scannedOn, asOf, rescanDaysMax));
    const measures = [
      { name: 'supported releases analysed again', value: supported.length - stale.length, of: supported.length },
    ];
    if (stale.length > 0)
      return no(
        `${stale.length} of ${counted(supported.length, 'supported release')} not analysed in ${rescanDaysMax} days: ${nameSome(stale.map(({ version }) => version))}`,
        [cite(item)],
        measures,
      );
    const because = `Analysed in the last ${rescanDaysMax} days: ${allCounted(supported.length, 'supported release')}`;
    const reported = reportedReleases(supported, tags, scans, asOf);
    if (tags === undefined || scans === undefined || reported < supported.length)
      return yes(`${because}, as recorded (${reported} of them with a report)`, [cite(item)], measures);
    return yes(`${because}, with a report of each`, [cite(scans), cite(tags), cite(item)], measures);
  },
});

// No end of support, or one that cannot be read, means that it is supported: the doubt falls on the side of scanning.
function isSupported({ supportedUntil, releasedOn }: ReleaseEntry, asOf: string): boolean {
  const ended = Date.parse(isoDay(supportedUntil)) < Date.parse(asOf.slice(0, 10));
  const comes = Date.parse(releasedOn) > Date.parse(asOf);
  return !ended && !comes;
}

function reportedReleases(
  supported: readonly ReleaseEntry[],
  tags: Seen<'git-releases'> | undefined,
  scans: Seen<'scan-reports'> | undefined,
  asOf: string,
): number {
  if (tags === undefined || tags.state === 'absent' || scans === undefined || scans.state === 'absent') return 0;
  const { latest } = tags.fact;
  const reports = scans.fact.reports.filter(
    (report) =>
      report.purposes.some((purpose) => purpose === 'sast' || purpose === 'sca') &&
      withinDays(report.finishedAt, asOf, rescanDaysMax) &&
      whySilent(report) === null,
  );
  return supported.filter(({ version }) => {
    const tag = latest.find(({ name }) => name === version || name === `v${version}`);
    return tag !== undefined && reports.some((report) => whyUnbound(report, { commit: tag.commit, asOf }) === null);
  }).length;
}
