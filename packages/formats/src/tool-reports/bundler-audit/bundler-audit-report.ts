// SPDX-License-Identifier: Apache-2.0
import { at, listOf, textOf } from '../../json/json-fields.ts';
import { decodeUtf8 } from '../../json/decode-utf8.ts';
import { createResult } from '../create-result.ts';
import { createToolReport } from '../create-tool-report.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { bundlerAuditKeep, readBundlerAuditJson } from './bundler-audit-json.ts';
import { eachOnce } from './gem-result.ts';
import { bundlerAuditTextResults } from './bundler-audit-text.ts';

const named = { id: 'bundler-audit', title: 'bundler-audit JSON or text' } as const;
const json = jsonReport({
  ...named,
  keep: bundlerAuditKeep,
  recognise: ([report]) => {
    const [first] = listOf(at(report, 'results'));
    if (!Array.isArray(at(report, 'results')) || textOf(at(report, 'created_at')) === null) return false;
    return first === undefined || ['unpatched_gem', 'insecure_source'].includes(textOf(at(first, 'type')) ?? '');
  },
  read: readBundlerAuditJson,
});

/** bundler-audit's JSON and text: vulnerable gems, and sources of gems that anybody on the way can change. */
export const bundlerAuditReport: ReportParser = {
  ...named,
  recognise: (shape) => {
    if (shape.syntax !== 'text') return json.recognise(shape);
    const starts = (word: string): boolean => shape.lines.some((line) => line.startsWith(`${word}: `));
    return starts('Insecure Source URI found') || (starts('Name') && starts('Criticality') && starts('Solution'));
  },
  parse: (bytes, take) => {
    if (bytes.find((byte) => byte > 0x20) === 0x7b) return json.parse(bytes, take);
    for (const result of eachOnce(bundlerAuditTextResults(decodeUtf8(bytes)))) take(createResult(result), 0);
    return {
      state: 'parsed',
      runs: [createToolReport({ format: named.id, tool: 'bundler-audit', purposes: ['sca'], problems: [] })],
    };
  },
};
