// SPDX-License-Identifier: Apache-2.0
import { csvReport } from '../csv-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf, type SeverityWords } from '../severity-words.ts';

/** Flawfinder's risk levels, 0 "very little risk" to 5 "great risk". */
const severities: SeverityWords = { '0': 'none', '1': 'low', '2': 'low', '3': 'medium', '4': 'high', '5': 'critical' };

/** Flawfinder's CSV (`--csv`): a line a hit. */
export const flawfinderReport: ReportParser = csvReport({
  id: 'flawfinder',
  title: 'Flawfinder CSV',
  tool: 'flawfinder',
  columns: ['File', 'Line', 'Column', 'Level', 'Category', 'Name', 'Warning', 'CWEs', 'Context'],
  versionColumn: 'ToolVersion',
  resultOf: (record) => ({
    kind: 'code',
    rule: record['RuleId'] || record['Name'] || 'unnamed',
    title: record['Warning'],
    message: [record['Warning'], record['Suggestion'], record['Note']].filter((text) => (text ?? '') !== '').join(' '),
    severity: severityOf(record['Level'] ?? null, severities),
    reportedSeverity: record['Level'],
    places: [
      {
        path: record['File'],
        startLine: numberOf(record['Line']),
        startColumn: numberOf(record['Column']),
        snippet: record['Context'],
        symbol: record['Name'],
      },
    ],
    weaknesses: (record['CWEs'] ?? '').slice(0, 200).split(/[\s,!/]+/),
    fingerprints: { fingerprint: record['Fingerprint'] },
    help: record['HelpUri'],
  }),
});
