// SPDX-License-Identifier: Apache-2.0
import { notThisFormat } from '../../imports/parsed.ts';
import { decodeUtf8 } from '../../json/decode-utf8.ts';
import { createResult, type GivenResult } from '../create-result.ts';
import { createToolReport } from '../create-tool-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf } from '../severity-words.ts';
import { sonarSeverities } from '../sonarqube/sonar-results.ts';
import { textOfHtml } from '../text-of-html.ts';

/** The person who runs sonar-report may call vulnerabilities otherwise, such as bugs. */
const pageTitle = /<title>SonarQube [^<>]{1,100} Report<\/title>/;
const heading = 'Detail of the Detected ';
const afterDetails = 'Known Security Rules';

/**
 * The page that sonar-report makes: its table of details, a row an issue. Columns are found by their headings. A page without
 * issues has no such table, only what follows it.
 */
export const sonarqubeHtmlReport: ReportParser = {
  id: 'sonarqube-html',
  title: 'SonarQube Vulnerability Report (HTML)',
  recognise: (shape) => shape.syntax === 'text' && shape.lines.some((line) => pageTitle.test(line)),
  parse: (bytes, take) => {
    const text = decodeUtf8(bytes);
    const start = text.indexOf(heading);
    if (start < 0 && !text.includes(afterDetails)) return notThisFormat(`a SonarQube page without "${heading}…"`);
    const [head = [], ...rows] = start < 0 ? [] : rowsOf(outerTable(text.slice(start)));
    for (const row of rows)
      take(createResult(resultOf(new Map(head.map((name, index) => [name, row[index] ?? ''])))), 0);
    return {
      state: 'parsed',
      runs: [createToolReport({ format: 'sonarqube-html', tool: 'SonarQube', purposes: ['sast'], problems: [] })],
    };
  },
};

/** The first table of a text, without tables in its cells. */
function outerTable(text: string): string {
  const kept: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: tag, index } of text.matchAll(/<\/?table\b/gi)) {
    const isEnd = tag.startsWith('</');
    if (depth === 1) kept.push(text.slice(from, index));
    depth += isEnd ? -1 : 1;
    from = index;
    if (depth <= 0 && isEnd) return kept.join('');
  }
  return [...kept, text.slice(from)].join('');
}

/** The texts of the cells of each row. */
function rowsOf(table: string): readonly (readonly string[])[] {
  return table
    .split(/<tr\b/i)
    .slice(1)
    .map((row) =>
      row
        .split(/<t[hd]\b/i)
        .slice(1)
        .map((cell) => textOfHtml(cell.slice(cell.indexOf('>') + 1))),
    )
    .filter((cells) => cells.length > 1);
}

function resultOf(row: ReadonlyMap<string, string>): GivenResult {
  const severity = row.get('Severity') ?? null;
  return {
    kind: 'code',
    rule: row.get('Rule') || 'unnamed',
    title: row.get('Description'),
    message: row.get('Message'),
    severity: severityOf(severity, sonarSeverities),
    reportedSeverity: severity,
    places: [{ path: row.get('Component'), startLine: numberOf(row.get('Line')) }],
    fingerprints: { key: row.get('Key') },
  };
}
