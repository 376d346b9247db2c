// SPDX-License-Identifier: Apache-2.0
import { at, listOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf, type SeverityWords } from '../severity-words.ts';

/** Dockle's levels of checkpoints. */
const severities: SeverityWords = { fatal: 'critical', warn: 'medium', info: 'low' };
const notFound: ReadonlySet<string> = new Set(['PASS', 'SKIP', 'IGNORE']);

/** Dockle's JSON: checkpoints of an image that it warns about; what passed or was skipped is no result. */
export const dockleReport: ReportParser = jsonReport({
  id: 'dockle',
  title: 'Dockle JSON',
  keep: { image: {}, summary: { fatal: {}, pass: {} }, details: { code: {}, title: {}, level: {}, alerts: {} } },
  recognise: ([report]) => typeof at(report, 'summary', 'fatal') === 'number' && Array.isArray(at(report, 'details')),
  read: ({ values: [report], give }) => {
    if (!Array.isArray(at(report, 'details'))) return null;
    for (const detail of objectsOf(listOf(at(report, 'details')))) {
      const level = textOf(detail['level']);
      if (level !== null && notFound.has(level)) continue;
      give({
        kind: 'configuration',
        rule: textOf(detail['code']) ?? 'unnamed',
        title: textOf(detail['title']),
        message: textsOf(detail['alerts']).slice(0, 50).join('\n'),
        severity: severityOf(level, severities),
        reportedSeverity: level,
      });
    }
    return { tool: 'dockle' };
  },
});
