// SPDX-License-Identifier: Apache-2.0
import { notThisFormat } from '../imports/parsed.ts';
import { createProblems, type Problems } from '../imports/problems.ts';
import { listOf } from '../json/json-fields.ts';
import type { JsonValue, Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { createResult, type GivenResult } from './create-result.ts';
import { createToolReport, type GivenReport } from './create-tool-report.ts';
import type { ReportParser } from './report-parser.ts';

/** What a report says of its run; format and problems are added. */
export type GivenRun = Omit<GivenReport, 'format' | 'problems'>;

/** What a parser works on: the values of the text, and where results and problems go. */
export type JsonReading = {
  /** One of a document, one a line of JSON lines. */
  readonly values: readonly JsonValue[];
  readonly give: (result: GivenResult) => void;
  readonly problems: Problems;
};

/** A tool whose report is one JSON text about one run. */
export type JsonReport = {
  readonly id: string;
  readonly title: string;
  /** What of the text is needed. */
  readonly keep: Keep;
  /** Told from the sample: its first values, one of a document and up to three of JSON lines. */
  readonly recognise: (values: readonly JsonValue[]) => boolean;
  /** Null: the text is not such a report. */
  readonly read: (reading: JsonReading) => GivenRun | null;
};

/** The parser of a tool that writes JSON. */
export function jsonReport({ id, title, keep, recognise, read }: JsonReport): ReportParser {
  return {
    id,
    title,
    recognise: (shape) => {
      if (shape.syntax === 'json') return recognise([shape.sample]);
      return shape.syntax === 'json-lines' && recognise(listOf(shape.sample));
    },
    parse: (bytes, take) => {
      const parsed = parseJson(bytes, keep);
      if (parsed.state === 'failed') return parsed;
      const problems = createProblems();
      const run = read({ values: parsed.values, give: (result) => take(createResult(result), 0), problems });
      if (run === null) return notThisFormat(`this is no report in the format ${title}`);
      return { state: 'parsed', runs: [createToolReport({ ...run, format: id, problems: problems.list() })] };
    },
  };
}
