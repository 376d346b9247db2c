// SPDX-License-Identifier: Apache-2.0
import { isObject } from '../../json/json-fields.ts';
import type { JsonValue } from '../../json/json-value.ts';
import type { ReportShape } from '../report-parser.ts';

const namesMax = 6;
const lengthMax = 40;

/** What a file looks like, in a few words for a person whose file is of no known format. */
export function describeShape(shape: ReportShape): string {
  switch (shape.syntax) {
    case 'json':
      return `JSON: ${describeValue(shape.sample)}`;
    case 'json-lines':
      return `JSON values one after another, the first ${describeValue(firstOf(shape.sample))}`;
    case 'xml':
      return `XML with the root element <${plain(shape.root)}>`;
    case 'csv':
      return `CSV with the columns ${named(shape.header)}`;
    case 'text':
      return /^<(?:!doctype\s+)?html\b/i.test(shape.lines[0] ?? '')
        ? 'an HTML page'
        : `text that begins with "${plain(shape.lines[0] ?? '')}"`;
  }
}

function describeValue(value: JsonValue): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list, first ${describeValue(value[0])}`;
  if (!isObject(value)) return value === null ? 'null' : `a ${typeof value}`;
  const names = Object.keys(value);
  return names.length === 0 ? 'an empty object' : `an object with ${named(names)}`;
}

const firstOf = (sample: JsonValue): JsonValue => (Array.isArray(sample) ? (sample[0] ?? null) : sample);

const named = (names: readonly string[]): string =>
  `${names
    .slice(0, namesMax)
    .map((name) => `"${plain(name)}"`)
    .join(', ')}${names.length > namesMax ? ' …' : ''}`;

/** Control characters would reach a terminal. */
function plain(text: string): string {
  return text.slice(0, lengthMax).replaceAll(/\p{C}/gu, '?').toWellFormed();
}
