// SPDX-License-Identifier: Apache-2.0
import { type CsvRecord, readCsv } from '../csv/read-csv.ts';
import { createResult, type GivenResult } from './create-result.ts';
import { createToolReport } from './create-tool-report.ts';
import { FirstSeen } from './first-seen.ts';
import type { ReportParser } from './report-parser.ts';

/** A tool whose report is a table with a header, one result a line. */
export type CsvReport = {
  readonly id: string;
  readonly title: string;
  readonly tool: string;
  /** Columns that every version writes; together they tell its tables from those of others. */
  readonly columns: readonly string[];
  readonly resultOf: (record: CsvRecord) => GivenResult;
  /** Columns that make two lines one result when they are the same; without them every line is one. */
  readonly sameBy?: readonly string[];
  /** The column that holds the version of the tool. */
  readonly versionColumn?: string;
};

/** The parser of a tool that writes CSV. */
export function csvReport(report: CsvReport): ReportParser {
  const { id, title, tool, columns, resultOf, sameBy, versionColumn = '' } = report;
  return {
    id,
    title,
    recognise: (shape) => shape.syntax === 'csv' && columns.every((column) => shape.header.includes(column)),
    parse: (bytes, take) => {
      let toolVersion: string | null = null;
      const seen = new FirstSeen();
      const fault = readCsv(bytes, (record) => {
        toolVersion ??= record[versionColumn]?.trim() || null;
        if (sameBy !== undefined && !seen.isNew(...sameBy.map((column) => record[column]))) return;
        take(createResult(resultOf(record)), 0);
      });
      if (fault !== null) return { state: 'failed', fault };
      return { state: 'parsed', runs: [createToolReport({ format: id, tool, toolVersion, problems: [] })] };
    },
  };
}
