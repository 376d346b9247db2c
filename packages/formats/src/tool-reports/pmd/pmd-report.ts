// SPDX-License-Identifier: Apache-2.0
import { csvReport } from '../csv-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf, type SeverityWords } from '../severity-words.ts';

/** "Rule guidelines" of PMD: 1 is "change absolutely required", 5 "change highly optional". */
const severities: SeverityWords = { '1': 'high', '2': 'high', '3': 'medium', '4': 'low', '5': 'low' };

/** PMD's CSV (`--format csv`): a line a violation. What a rule says again of the same line is one result. */
export const pmdReport: ReportParser = csvReport({
  id: 'pmd',
  title: 'PMD CSV',
  tool: 'pmd',
  columns: ['Problem', 'Package', 'File', 'Priority', 'Line', 'Rule set', 'Rule'],
  sameBy: ['File', 'Line', 'Rule', 'Description'],
  resultOf: (record) => ({
    kind: 'code',
    rule: record['Rule'] || 'unnamed',
    title: record['Rule'],
    message: record['Description'],
    severity: severityOf(record['Priority'] ?? null, severities),
    reportedSeverity: record['Priority'],
    places: [{ path: record['File'], startLine: numberOf(record['Line']), symbol: record['Package'] }],
  }),
});
