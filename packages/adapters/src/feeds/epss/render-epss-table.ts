// SPDX-License-Identifier: Apache-2.0
import type { ExploitProbability } from '@plumbline/formats/epss/parse-epss';
import { cveNumber, epssRow } from '../../platform/feeds/epss-table.ts';

/** The scores as the table that platform/feeds/epss-table.ts looks them up in; of an id that comes twice the last counts. */
export function renderEpssTable(scores: readonly ExploitProbability[]): readonly Buffer[] {
  const byNumber = new Map<number, ExploitProbability>();
  for (const score of scores) {
    const number = cveNumber(score.cve);
    if (number !== null) byNumber.set(number, score);
  }
  const table = Buffer.alloc(byNumber.size * epssRow);
  const sorted = [...byNumber].sort(([a], [b]) => a - b);
  for (const [row, [number, { epss, percentile }]] of sorted.entries()) {
    table.writeDoubleLE(number, row * epssRow);
    table.writeDoubleLE(epss, row * epssRow + 8);
    table.writeDoubleLE(percentile, row * epssRow + 16);
  }
  return [table];
}
