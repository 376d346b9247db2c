// SPDX-License-Identifier: Apache-2.0
import type { VexReport, VexReportDocument, VexReportLine } from '@plumbline/engine/verify/vex/vex-report';
import { visibleLine } from '@plumbline/reports/visible-text';
import type { Page } from './attempt-lines.ts';

const linesMax = 40;

const words: { readonly [S in VexReportLine['status']]: string } = {
  affected: 'affected',
  'not-said': 'nobody says',
  under_investigation: 'being looked into',
  fixed: 'fixed',
  not_affected: 'not affected',
};

/** What is said of vulnerabilities: by whom, and of which; nothing is concluded of it. */
export function vexLines({ documents, lines, advisories }: VexReport, { style }: Page): readonly string[] {
  const more = lines.length - linesMax;
  return [
    '',
    `${style.bold('vulnerabilities')}: ${tally(lines)} (as reported: no proof of anything)`,
    ...documents.map((document) => style.dim(`  ${visibleLine(documentLine(document))}`)),
    ...lines.slice(0, linesMax).map((line) => lineOf(line)),
    ...(more > 0 ? [style.dim(`    and ${more} more (--format json lists them)`)] : []),
    style.dim(`  ${known(advisories)}`),
  ];
}

function documentLine({ file, trusted, author, issuedAt, statements, concerning }: VexReportDocument): string {
  const signed = trusted === null ? 'not proved who signed it' : `signed by ${trusted}`;
  const issued = issuedAt === null ? 'without a date' : `of ${issuedAt.slice(0, 10)}`;
  return `${file}, ${signed}: by ${author ?? 'an unnamed author'}, ${issued}; ${concerning} of ${statements} statements concern this artifact`;
}

function tally(lines: readonly VexReportLine[]): string {
  const counts = Map.groupBy(lines, ({ status }) => status);
  const parts = [...counts].map(([status, of]) => `${of.length} ${words[status]}`);
  return parts.length === 0 ? 'none that concerns it' : parts.join(', ');
}

function lineOf({ vulnerability, component, severity, status, justification, stale }: VexReportLine): string {
  const facts = [
    words[status],
    ...(justification === null ? [] : [justification]),
    ...(severity === null ? [] : [severity]),
    ...(stale === null ? [] : [`does not count: ${stale}`]),
  ];
  return `    ${visibleLine(`${vulnerability} of ${component ?? 'the artifact'}: ${facts.join(', ')}`)}`;
}

function known(advisories: VexReport['advisories']): string {
  if (advisories === null)
    return 'Only what these documents name: there are no advisories on this machine (plumbline feeds sync)';
  const { asOf, uncovered } = advisories;
  const gap = uncovered.length === 0 ? '' : `; none for ${uncovered.join(', ')}`;
  return `Compared with the advisories of ${asOf?.slice(0, 10) ?? 'no ecosystem inside'}${gap}`;
}
