// SPDX-License-Identifier: Apache-2.0
import { readCsvHeader } from '../../csv/read-csv.ts';
import { faultAt, type TextFault } from '../../imports/text-fault.ts';
import { decodeUtf8 } from '../../json/decode-utf8.ts';
import type { ReportShape } from '../report-parser.ts';
import { sampleJson } from './sample-json.ts';
import { sampleXml } from './sample-xml.ts';

/** As much of a text that is neither JSON nor XML nor CSV as is looked at. */
const textBounds = { bytes: 65_536, lines: 100, line: 500 } as const;

export type ShapedReport =
  | { readonly state: 'shaped'; readonly shape: ReportShape }
  | { readonly state: 'failed'; readonly fault: TextFault };

/**
 * What a text looks like, by its content and never by its name. `bytes` is UTF-8 without a mark (`asUtf8`): all of the text,
 * or its first mebibyte (`isWhole` false), of which what stands before its end is looked at. What begins as JSON or XML and
 * is not, is a fault with line and column.
 */
export function shapeOfReport(bytes: Uint8Array, isWhole: boolean): ShapedReport {
  const start = bytes.findIndex((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  if (start < 0) return failed(bytes, 'the file is empty');
  if (isZip(bytes)) return failed(bytes, 'a ZIP archive: unpack it and give the files in it');
  if (bytes.subarray(start, start + 65_536).includes(0)) return failed(bytes, 'a binary file, no text');
  const first = bytes[start];
  if (first === 0x7b || first === 0x5b) return jsonShape(bytes, isWhole);
  if (first === 0x3c && !isHtml(bytes, start)) return xmlShape(bytes, isWhole);
  const text = decodeUtf8(bytes, start, Math.min(bytes.length, start + textBounds.bytes));
  if (/^(?:null|true|false|"|-?\d)/.test(text)) {
    const json = jsonShape(bytes, isWhole);
    if (json.state === 'shaped') return json;
  }
  const header = readCsvHeader(text);
  if (header !== null) return { state: 'shaped', shape: { syntax: 'csv', header } };
  const lines = text.split(/\r?\n|\r/, textBounds.lines).map((line) => line.slice(0, textBounds.line).toWellFormed());
  return { state: 'shaped', shape: { syntax: 'text', lines } };
}

const failed = (bytes: Uint8Array, because: string): ShapedReport => ({
  state: 'failed',
  fault: faultAt(bytes, 0, { code: 'unknown-format', because }),
});

/** `PK` and the number of a local file or of the end. */
const isZip = ([p, k, three, four]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6));

/** A page is text: its markup is seldom XML. */
function isHtml(bytes: Uint8Array, start: number): boolean {
  return /^<(?:!doctype\s+)?html[\s>]/i.test(decodeUtf8(bytes, start, Math.min(bytes.length, start + 30)));
}

function jsonShape(bytes: Uint8Array, isWhole: boolean): ShapedReport {
  const sample = sampleJson(bytes, isWhole);
  if (sample.state === 'failed') return sample;
  const [first = null, ...others] = sample.values;
  const shape: ReportShape =
    others.length === 0 ? { syntax: 'json', sample: first } : { syntax: 'json-lines', sample: sample.values };
  return { state: 'shaped', shape };
}

function xmlShape(bytes: Uint8Array, isWhole: boolean): ShapedReport {
  const sample = sampleXml(bytes, isWhole);
  return sample.state === 'failed' ? sample : { state: 'shaped', shape: sample.shape };
}
