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

const pageTitle = '<title>SonarQube Vulnerability Report</title>';
const heading = 'Detail of the Detected Vulnerabilities';

/** The page that sonar-report makes: its table of details, a row an issue. Columns are found by their headings. */
export const sonarqubeHtmlReport: ReportParser = {
  id: 'sonarqube-html',
  title: 'SonarQube Vulnerability Report (HTML)',
  recognise: (shape) => shape.syntax === 'text' && shape.lines.some((line) => line.includes(pageTitle)),
  parse: (bytes, take) => {
    const text = decodeUtf8(bytes);
    const start = text.indexOf(heading);
    if (start < 0) return notThisFormat(`a SonarQube page without "${heading}"`);
    const end = text.indexOf('</table>', start);
    const [head = [], ...rows] = rowsOf(text.slice(start, end < 0 ? text.length : end));
    for (const row of rows)
      take(createResult(resultOf(new Map(head.map((name, index) => [name, row[index] ?? ''])))), 0);
    return {
      state: 'parsed',
      runs: [createToolReport({ format: 'sonarqube-html', tool: 'SonarQube', purposes: ['sast'], problems: [] })],
    };
  },
};

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
