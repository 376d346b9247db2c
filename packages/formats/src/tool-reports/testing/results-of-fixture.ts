// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { detectReport } from '../detect-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { readWhole } from './read-whole.ts';

export type FixtureReport = { readonly run: ToolReport; readonly results: readonly ToolResult[] };

/** A real report beside a test, recognised by its parser and read by it. */
export function resultsOfFixture(parser: ReportParser, fixture: URL): FixtureReport {
  const bytes = new Uint8Array(readFileSync(fixture));
  const detected = detectReport(bytes, true, [parser]);
  if (detected.state === 'failed') throw new Error(detected.fault.because);
  const { read, results } = readWhole(parser, bytes);
  const [run] = read.state === 'parsed' ? read.runs : [];
  if (run === undefined) throw new Error(JSON.stringify(read));
  return { run, results };
}

/** A result in one line, for tests that compare many: `code high CWE-78 rule at path:line:column`, with what was decided. */
export function shortly({ kind, severity, rule, weaknesses = [], places, suppressed, gone }: ToolResult): string {
  const [place] = places ?? [];
  const at = [place?.path, place?.startLine, place?.startColumn].filter((part) => part !== undefined).join(':');
  const decided = [
    suppressed === undefined ? '' : ` (suppressed in ${suppressed.where})`,
    gone === true ? ' (gone)' : '',
  ];
  return `${[kind, severity, ...weaknesses, rule].join(' ')} at ${at}${decided.join('')}`;
}
