// SPDX-License-Identifier: Apache-2.0
import type { ProductCycle, ProductLifecycle } from '@plumbline/core/vulnerabilities/product-cycle';
import { notThisFormat } from '../imports/parsed.ts';
import { createProblems, type Problems } from '../imports/problems.ts';
import type { TextFault } from '../imports/text-fault.ts';
import { at, isObject, listOf, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';

export type EndOfLifeData = {
  readonly products: readonly ProductLifecycle[];
  /** The latest day that the data names a release of: it is at least that new. Null: it names none. */
  readonly newestDay: string | null;
  readonly problems: readonly string[];
};

export type ParsedEndOfLife =
  | { readonly state: 'parsed'; readonly data: EndOfLifeData }
  | { readonly state: 'failed'; readonly fault: TextFault };

const cycle: Keep = {
  cycle: {},
  name: {},
  eol: {},
  isEol: {},
  eolFrom: {},
  latest: { name: {}, date: {} },
  latestReleaseDate: {},
  releaseDate: {},
  codename: {},
};
const product: Keep = { name: {}, aliases: {}, releases: cycle };
const keep: Keep = {
  ...cycle,
  result: product,
  product: {},
  cycles: cycle,
  products: { product: {}, aliases: {}, cycles: cycle },
};

const namePattern = /^[a-z0-9][a-z0-9._+-]{0,80}$/;
const dayPattern = /^\d{4}-\d\d-\d\d$/;
const productsMax = 10_000;
const cyclesMax = 5_000;

/**
 * Parses end-of-life data: the cycles of one product (a list, as endoflife.date has it under the product's name, which
 * is `named` here), or the products of its API v1 (`result`, one or many).
 */
export function parseEndOfLife(bytes: Uint8Array, named: string | null): ParsedEndOfLife {
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const [document] = parsed.values;
  const problems = createProblems();
  const stated = statedProducts(document, named);
  if (stated === null) return notThisFormat('end-of-life data: neither a list of cycles nor products with releases');
  const days: string[] = [];
  const products = stated.slice(0, productsMax).flatMap(({ name, aliases, cycles }): readonly ProductLifecycle[] => {
    if (name === null || !namePattern.test(name)) {
      problems.add('end-of-life data: a product without a name; name the file after it');
      return [];
    }
    if (cycles.length > cyclesMax) problems.add(`end-of-life data: more than ${cyclesMax} cycles of ${name}`);
    return [
      {
        product: name,
        aliases,
        cycles: cycles.slice(0, cyclesMax).flatMap((entry) => cycleOf(entry, days, problems) ?? []),
      },
    ];
  });
  return { state: 'parsed', data: { products, newestDay: days.toSorted().at(-1) ?? null, problems: problems.list() } };
}

type Stated = {
  readonly name: string | null;
  readonly aliases: readonly string[];
  readonly cycles: readonly JsonObject[];
};

function statedProducts(document: JsonValue | undefined, named: string | null): readonly Stated[] | null {
  if (Array.isArray(document)) {
    const cycles = objectsOf(document);
    return cycles.some((entry) => 'cycle' in entry && 'eol' in entry) ? [{ name: named, aliases: [], cycles }] : null;
  }
  const result = at(document, 'result');
  const products = isObject(result) ? [result] : objectsOf(result);
  return products.some((entry) => listOf(entry['releases']).length > 0)
    ? products.map((entry) => ({
        name: textOf(entry['name']),
        aliases: textsOf(entry['aliases']).slice(0, 20),
        cycles: objectsOf(entry['releases']),
      }))
    : null;
}

function cycleOf(entry: JsonObject, days: string[], problems: Problems): ProductCycle | null {
  const stated = entry['cycle'] ?? entry['name'];
  const name = typeof stated === 'number' ? String(stated) : textOf(stated);
  const endOfLife = endOf(entry);
  if (name === null || name.length > 80 || endOfLife === null) {
    problems.add('end-of-life data: a cycle without a name or without eol');
    return null;
  }
  const releasedOn = dayOf(entry['releaseDate']);
  const latestOn = dayOf(entry['latestReleaseDate']) ?? dayOf(at(entry['latest'], 'date'));
  days.push(...[releasedOn, latestOn].filter((day) => day !== null));
  const latest = textOf(entry['latest']) ?? textOf(at(entry['latest'], 'name'));
  return { cycle: name, endOfLife, latest, releasedOn, codename: textOf(entry['codename']) };
}

/** A day counts more than a yes or no: it says the same and when. */
function endOf(entry: JsonObject): string | boolean | null {
  const day = dayOf(entry['eol']) ?? dayOf(entry['eolFrom']);
  if (day !== null) return day;
  const said = entry['eol'] ?? entry['isEol'];
  return typeof said === 'boolean' ? said : null;
}

function dayOf(value: JsonValue | undefined): string | null {
  const text = textOf(value);
  return text !== null && dayPattern.test(text) ? text : null;
}
