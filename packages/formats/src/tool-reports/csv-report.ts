// SPDX-License-Identifier: Apache-2.0
import { type CsvRecord, readCsv } from '../csv/read-csv.ts';
import { createResult, type GivenResult } from './create-result.ts';
import { createToolReport } from './create-tool-report.ts';
import type { ReportParser } from './report-parser.ts';

/** A tool whose report is a table with a header, one result a line. */
export type CsvReport = {
  readonly id: string;
  readonly title: string;
  readonly tool: string;
  /** Columns that every version writes; together they tell its tables from those of others. */
  readonly columns: readonly string[];
  readonly resultOf: (record: CsvRecord) => GivenResult;
  /** The column that holds the version of the tool. */
  readonly versionColumn?: string;
};

/** The parser of a tool that writes CSV. */
export function csvReport({ id, title, tool, columns, resultOf, versionColumn = '' }: CsvReport): ReportParser {
  return {
    id,
    title,
    recognise: (shape) => shape.syntax === 'csv' && columns.every((column) => shape.header.includes(column)),
    parse: (bytes, take) => {
      let toolVersion: string | null = null;
      const fault = readCsv(bytes, (record) => {
        toolVersion ??= record[versionColumn]?.trim() || null;
        take(createResult(resultOf(record)), 0);
      });
      if (fault !== null) return { state: 'failed', fault };
      return { state: 'parsed', runs: [createToolReport({ format: id, tool, toolVersion, problems: [] })] };
    },
  };
}
