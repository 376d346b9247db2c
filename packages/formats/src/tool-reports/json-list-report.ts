// SPDX-License-Identifier: Apache-2.0
import { notThisFormat } from '../imports/parsed.ts';
import { createProblems, type Problems } from '../imports/problems.ts';
import { at, isObject, listOf } from '../json/json-fields.ts';
import type { JsonListPath } from '../json/json-list-scanner.ts';
import type { JsonObject, JsonValue, Keep } from '../json/json-value.ts';
import { type ListsRead, type ListsWanted, readJsonLists, streamJsonLists } from '../json/read-json-lists.ts';
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import { createResult, type GivenResult } from './create-result.ts';
import { createToolReport } from './create-tool-report.ts';
import type { GivenRun } from './json-report.ts';
import type { ReadReport, ReportParser, TakeResult } from './report-parser.ts';

/** Reads the entries of a list one by one; what the run says may rest on them. */
export type EntryReader = {
  /** `list`: the number that stands in the document in place of the list. */
  readonly resultsOf: (entry: JsonObject, list: number) => readonly GivenResult[];
  readonly run: () => GivenRun;
};

/** A tool whose report is one JSON text about one run, with a list that can be of any length. */
export type JsonListReport = {
  readonly id: string;
  readonly title: string;
  /** Told from the sample: its first values, one of a document and up to three of JSON lines. */
  readonly recognise: (values: readonly JsonValue[]) => boolean;
  /** Where the list stands. */
  readonly path: JsonListPath;
  /** What is needed of the text beside the list. */
  readonly keep: Keep;
  /** `rest`: the document, in which the list has one element that means nothing. Null: it is not such a report. */
  readonly begin: (rest: JsonValue, problems: Problems) => EntryReader | null;
};

/** The parser of a tool that writes one long list as JSON: entry by entry, from a whole text or one that comes in parts. */
export function jsonListReport(report: JsonListReport): ReportParser {
  const { id, title, recognise } = report;
  return {
    id,
    title,
    recognise: (shape) => {
      if (shape.syntax === 'json') return recognise([shape.sample]);
      return shape.syntax === 'json-lines' && recognise(listOf(shape.sample));
    },
    parse: (bytes, take) => reportOf(readJsonLists(bytes, entriesWanted(report, take))),
    stream: async (open, take) => reportOf(await streamJsonLists(open, entriesWanted(report, take))),
  };
}

const reportOf = (read: ListsRead<ToolReport>): ReadReport =>
  read.state === 'failed' ? read : { state: 'parsed', runs: [read.value] };

function entriesWanted(report: JsonListReport, take: TakeResult): ListsWanted<ToolReport> {
  const { id, title, path, keep } = report;
  const begin: ListsWanted<ToolReport>['begin'] = ([rest = null]) => {
    const problems = createProblems();
    const reader = report.begin(rest, problems);
    if (reader === null) return notThisFormat(`this is no report in the format ${title}`);
    const counts = listFilter(path, rest);
    return {
      item: (entry, list) => {
        if (!counts(list)) return;
        if (isObject(entry)) for (const result of reader.resultsOf(entry, list)) take(createResult(result), 0);
        else problems.add('an entry is no object');
      },
      end: (dropped) => {
        if (dropped > 0) problems.add(`${dropped} entries of more than 4 MiB were not read`);
        const run = reader.run();
        const completed = dropped > 0 ? null : (run.completed ?? null);
        return createToolReport({ ...run, completed, format: id, problems: problems.list() });
      },
    };
  };
  return { path, keep, begin };
}

/** Of a member that comes again the last one counts: its list is the one whose number stands in the rest. */
function listFilter(path: JsonListPath, rest: JsonValue): (list: number) => boolean {
  if (path === 'values' || path.includes('*')) return () => true;
  const [number] = listOf(at(rest, ...path));
  return (list) => list === number;
}
