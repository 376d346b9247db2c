// SPDX-License-Identifier: Apache-2.0
import { at, listOf, objectsOf, textOf } from '../../json/json-fields.ts';
import { FirstSeen } from '../first-seen.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf, type SeverityWords } from '../severity-words.ts';

/** Hadolint's levels are those of a linter, read like the levels of SARIF. */
const severities: SeverityWords = { error: 'high', warning: 'medium', info: 'low', style: 'none', ignore: 'none' };

/**
 * Hadolint's JSON: rules about Dockerfiles (`DL…`) and about the shell in them (`SC…`). Of the shell it knows the instruction
 * and not the place in it: what a rule says several times of one instruction is one result.
 */
export const hadolintReport: ReportParser = jsonReport({
  id: 'hadolint',
  title: 'Hadolint JSON',
  keep: { code: {}, message: {}, file: {}, level: {}, line: {}, column: {} },
  recognise: ([report]) => {
    const [first] = listOf(report);
    return /^(?:DL|SC)\d{4}$/.test(textOf(at(first, 'code')) ?? '') && textOf(at(first, 'file')) !== null;
  },
  read: ({ values: [report], give }) => {
    if (!Array.isArray(report)) return null;
    const seen = new FirstSeen();
    for (const found of objectsOf(report)) {
      if (!seen.isNew(found['code'], found['file'], found['line'], found['column'])) continue;
      const level = textOf(found['level']);
      const { line, column } = found;
      give({
        kind: 'configuration',
        rule: textOf(found['code']) ?? 'unnamed',
        title: textOf(found['message']),
        severity: severityOf(level, severities),
        reportedSeverity: level,
        places: [
          {
            path: textOf(found['file']),
            startLine: typeof line === 'number' ? line : null,
            startColumn: typeof column === 'number' ? column : null,
          },
        ],
      });
    }
    return { tool: 'hadolint' };
  },
});
