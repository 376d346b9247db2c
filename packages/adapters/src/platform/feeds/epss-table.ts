// SPDX-License-Identifier: Apache-2.0

/**
 * The table of scores: rows sorted by CVE id, each the id as a number, then score and percentile, as doubles of
 * little-endian order.
 */
export const epssRow = 24;

/** `CVE-2024-12345` as one exact number by which rows are sorted; null for what is no such id. */
export function cveNumber(id: string): number | null {
  const [, year, number] = /^CVE-(\d{4})-(\d{4,11})$/.exec(id) ?? [];
  return year === undefined || number === undefined ? null : Number(year) * 1e11 + Number(number);
}

/** Probability of exploitation and its percentile of one CVE; null where the table has none. */
export function lookUpEpss(table: Buffer, id: string): { readonly epss: number; readonly percentile: number } | null {
  const wanted = cveNumber(id);
  let [low, high] = [0, Math.floor(table.length / epssRow) - 1];
  if (wanted === null) return null;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = table.readDoubleLE(middle * epssRow);
    if (found === wanted)
      return { epss: table.readDoubleLE(middle * epssRow + 8), percentile: table.readDoubleLE(middle * epssRow + 16) };
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

export type EpssScore = readonly [cve: string, epss: number, percentile: number];

/** Every row of the table, in its order. */
export function allEpss(table: Buffer): readonly EpssScore[] {
  return Array.from({ length: Math.floor(table.length / epssRow) }, (_, row) => {
    const number = table.readDoubleLE(row * epssRow);
    const year = Math.floor(number / 1e11);
    const sequence = String(number - year * 1e11).padStart(4, '0');
    return [`CVE-${year}-${sequence}`, table.readDoubleLE(row * epssRow + 8), table.readDoubleLE(row * epssRow + 16)];
  });
}
