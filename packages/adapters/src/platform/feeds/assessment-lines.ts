// SPDX-License-Identifier: Apache-2.0
import type { CveAssessment } from '@plumbline/core/vulnerabilities/cve-assessment';

const newline = 0x0a;

/** A table of assessments: each as JSON on a line that a newline ends, in the order of ids. */
export function renderAssessmentLine(assessment: CveAssessment): string {
  return `${JSON.stringify(assessment)}\n`;
}

/** Every row of the table, in its order. */
export function* allAssessments(table: Buffer): Generator<CveAssessment> {
  for (let start = 0; start < table.length;) {
    const end = table.indexOf(newline, start);
    yield parseLine(table, start, end);
    start = end + 1;
  }
}

/** The row of an id; null where the table has none. Only the lines that a search by halves meets are parsed. */
export function lookUpAssessment(table: Buffer, id: string): CveAssessment | null {
  let [low, high] = [0, table.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : table.lastIndexOf(newline, middle - 1) + 1;
    const end = table.indexOf(newline, start);
    const row = parseLine(table, start, end);
    if (row.id === id) return row;
    if (row.id < id) low = end + 1;
    else high = start;
  }
  return null;
}

/** Its digest says that the table is what was written. */
function parseLine(table: Buffer, start: number, end: number): CveAssessment {
  return JSON.parse(table.toString('utf8', start, end)) as CveAssessment;
}
