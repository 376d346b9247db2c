// SPDX-License-Identifier: Apache-2.0
import { notThisFormat } from '../imports/parsed.ts';
import { createProblems, type Problems } from '../imports/problems.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { XmlKeep } from '../xml/xml-keep.ts';
import { createResult, type GivenResult } from './create-result.ts';
import { createToolReport } from './create-tool-report.ts';
import type { GivenRun } from './json-report.ts';
import type { ReadReport, ReportParser } from './report-parser.ts';

export type XmlReading = {
  readonly root: XmlElement;
  readonly give: (result: GivenResult) => void;
  readonly problems: Problems;
};

/** How one format of XML is read: what of it is needed, and what it says. */
export type XmlReport = {
  readonly keep: XmlKeep;
  /** Null: the document is not such a report. */
  readonly read: (reading: XmlReading) => GivenRun | null;
};

/** Parses a report in XML about one run. A document type is passed over: several tools write one into every report. */
export function parseXmlReport(
  { id, title, keep, read }: XmlReport & Pick<ReportParser, 'id' | 'title'>,
  ...[bytes, take]: Parameters<ReportParser['parse']>
): ReadReport {
  const parsed = parseXml(bytes, keep, 'passed-over');
  if (parsed.state === 'failed') return parsed;
  const problems = createProblems();
  const run = read({ root: parsed.root, give: (result) => take(createResult(result), 0), problems });
  if (run === null) return notThisFormat(`this is no report in the format ${title}`);
  return { state: 'parsed', runs: [createToolReport({ ...run, format: id, problems: problems.list() })] };
}
