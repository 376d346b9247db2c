// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCatalog, type Catalog } from '@plumbline/core/catalog/create-catalog';
import type { Crosswalk } from '@plumbline/core/catalog/crosswalk';
import { parseCatalog } from '@plumbline/core/catalog/parse-catalog';
import { parseCrosswalk } from '@plumbline/core/catalog/parse-crosswalk';
import type { ParseResult } from '@plumbline/core/catalog/parse-result';

const root = dirname(createRequire(import.meta.url).resolve('@plumbline/catalog/package.json'));

/** A JSON file of the catalog package. */
export function shippedJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

function parsed<T>(result: ParseResult<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.path}: ${result.message}`);
}

export function shippedCatalog(id: string): Catalog {
  return createCatalog(parsed(parseCatalog(shippedJson(`${id}.json`))));
}

export function shippedCrosswalks(): readonly Crosswalk[] {
  return readdirSync(join(root, 'crosswalks')).map((name) => parsed(parseCrosswalk(shippedJson(`crosswalks/${name}`))));
}

export function shippedCrosswalk(slug: string): Crosswalk {
  return parsed(parseCrosswalk(shippedJson(`crosswalks/${slug}.json`)));
}
