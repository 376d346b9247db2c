// SPDX-License-Identifier: Apache-2.0

/** A spreadsheet takes a cell that begins with one of these for a formula. */
const formulaStart = /^[=+\-@\t\r]/u;
const needsQuotes = /[",\r\n]/u;

function renderCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows of text as CSV (RFC 4180): commas, CRLF, quotes where needed. A cell that a spreadsheet would run as a formula
 * is given an apostrophe in front.
 *
 * @example
 * renderCsv([['id', 'text'], ['PO.1.1', 'a, b']]); // 'id,text\r\nPO.1.1,"a, b"\r\n'
 */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(renderCell).join(',')}\r\n`).join('');
}
