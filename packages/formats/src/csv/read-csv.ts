// SPDX-License-Identifier: Apache-2.0
import { faultAt, type TextFault } from '../imports/text-fault.ts';
import { decodeUtf8 } from '../json/decode-utf8.ts';

const bounds = { columns: 1000, field: 1_048_576, records: 2_000_000, headerName: 120 } as const;
const delimiters = [',', ';', '\t'] as const;

/** A record by the names of the header; a field beyond the header has no name and is left out. */
export type CsvRecord = { readonly [column: string]: string };

/**
 * Reads RFC 4180 records with a header in UTF-8; the delimiter (comma, semicolon or tab) is the one that the header has
 * most of. Null: read to its end. Quotes that do not end, and more than 1000 columns or 2 000 000 records are faults.
 */
export function readCsv(bytes: Uint8Array, take: (record: CsvRecord) => void): TextFault | null {
  const text = decodeUtf8(bytes);
  const header = readCsvHeader(text);
  if (header === null) return { code: 'unknown-format', because: 'CSV without a header', line: 1, column: 1 };
  const rows = new CsvRows(text, delimiterOf(text));
  let records = 0;
  for (let row = rows.next(); row !== null; row = rows.next()) {
    records += 1;
    if (row === 'unended' || row.length > bounds.columns || records > bounds.records) {
      const because = row === 'unended' ? 'quotes that do not end' : 'more columns or records than are read';
      const line = text.slice(0, rows.startsAt).split('\n').length;
      return { ...faultAt(bytes, 0, { code: row === 'unended' ? 'malformed' : 'too-large', because }), line };
    }
    if (records > 1 && row.some((field) => field !== ''))
      take(Object.fromEntries(header.flatMap((name, index) => [[name, row[index] ?? '']])));
  }
  return null;
}

/** The names of the columns: the first record, when it has at least two fields and all are short and filled; else null. */
export function readCsvHeader(text: string): readonly string[] | null {
  const first = new CsvRows(text.slice(0, 65_536), delimiterOf(text)).next();
  if (first === null || first === 'unended' || first.length < 2 || first.length > bounds.columns) return null;
  const names = first.map((name) => name.trim());
  return names.every((name) => name !== '' && name.length <= bounds.headerName && name !== '__proto__') ? names : null;
}

function delimiterOf(text: string): string {
  const [line = ''] = text.slice(0, 65_536).split(/\r?\n/, 1);
  const counts = delimiters.map((delimiter) => line.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

class CsvRows {
  startsAt = 0;
  #at = 0;
  readonly #text: string;
  readonly #delimiter: string;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  /** The next record; null at the end. */
  next(): readonly string[] | 'unended' | null {
    if (this.#at >= this.#text.length) return null;
    this.startsAt = this.#at;
    const fields: string[] = [];
    for (;;) {
      const field = this.#field();
      if (field === null) return 'unended';
      if (fields.length <= bounds.columns) fields.push(field);
      if (this.#text[this.#at] !== this.#delimiter) break;
      this.#at += 1;
    }
    if (this.#text[this.#at] === '\r') this.#at += 1;
    if (this.#text[this.#at] === '\n') this.#at += 1;
    return fields;
  }

  #field(): string | null {
    let value = '';
    for (let part = 0; this.#text[this.#at] === '"'; part += 1) {
      const end = this.#text.indexOf('"', this.#at + 1);
      if (end < 0) return null;
      const quoted = this.#text.slice(this.#at + 1, Math.min(end, this.#at + bounds.field));
      value += part === 0 ? quoted : `"${quoted}`; // RFC 4180 §2.7: a doubled quote is one
      this.#at = end + 1;
    }
    const from = this.#at;
    while (this.#at < this.#text.length && !this.#endsField()) this.#at += 1;
    return value + this.#text.slice(from, Math.min(this.#at, from + bounds.field));
  }

  #endsField(): boolean {
    const letter = this.#text[this.#at];
    return letter === this.#delimiter || letter === '\n' || letter === '\r';
  }
}
