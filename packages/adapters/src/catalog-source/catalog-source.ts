// SPDX-License-Identifier: Apache-2.0
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { AttestationForm } from '@plumbline/core/catalog/attestation-form';
import { createCatalog, type Catalog } from '@plumbline/core/catalog/create-catalog';
import type { Crosswalk } from '@plumbline/core/catalog/crosswalk';
import type { OspsBaseline } from '@plumbline/core/catalog/osps-baseline';
import { parseAttestationForm } from '@plumbline/core/catalog/parse-attestation-form';
import { parseCatalog } from '@plumbline/core/catalog/parse-catalog';
import { parseCrosswalk } from '@plumbline/core/catalog/parse-crosswalk';
import { parseOspsBaseline } from '@plumbline/core/catalog/parse-osps-baseline';
import type { ParseResult } from '@plumbline/core/catalog/parse-result';
import { PlumblineError } from '@plumbline/core/errors';

/** The frameworks that the project ships, the normative one first. */
export const catalogIds = ['ssdf-1.1', 'ssdf-1.2-draft', 'ssdf-218A'] as const;

export type CatalogId = (typeof catalogIds)[number];

/** The shipped data. A file is read when it is first asked for, and once. */
export type CatalogSource = {
  readonly catalog: (id: CatalogId) => Promise<Catalog>;
  /** Sorted by slug. */
  readonly crosswalks: () => Promise<readonly Crosswalk[]>;
  readonly ospsBaseline: () => Promise<OspsBaseline>;
  readonly attestationForm: () => Promise<AttestationForm>;
};

function shippedRoot(): string {
  return dirname(createRequire(import.meta.url).resolve('@plumbline/catalog/package.json'));
}

async function readParsed<T>(path: string, parse: (json: unknown) => ParseResult<T>): Promise<T> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new PlumblineError('input-unreadable', `the catalog file ${path} cannot be read`, { path, cause });
  });
  const parsed = parse(parseJson(text, path));
  if (parsed.ok) return parsed.value;
  throw new PlumblineError('input-invalid', `${path} at ${parsed.path}: ${parsed.message}`, {
    path,
    next: 'The catalog ships with the program: install it again.',
  });
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PlumblineError('input-invalid', `${path} is not JSON`, { path, cause });
  }
}

/** One promise per key: two callers share one reading, and a failed one is not kept. */
function once<Key, T>(read: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const pending = new Map<Key, Promise<T>>();
  return (key) => {
    const known = pending.get(key);
    if (known) return known;
    const reading = read(key);
    pending.set(key, reading);
    reading.catch(() => pending.delete(key));
    return reading;
  };
}

/**
 * The data of `@plumbline/catalog`, or of another folder of the same shape. Rejects with `input-unreadable` or
 * `input-invalid`, naming the file and the path in it.
 */
export function createCatalogSource(root: string = shippedRoot()): CatalogSource {
  const catalog = once(async (id: CatalogId) =>
    createCatalog(await readParsed(join(root, `${id}.json`), parseCatalog)),
  );
  const crosswalks = once(async (folder: string) => {
    const slugs = (await readdir(folder)).map((name) => basename(name, '.json')).sort();
    return Promise.all(slugs.map((slug) => readParsed(join(folder, `${slug}.json`), parseCrosswalk)));
  });
  const ospsBaseline = once((path: string) => readParsed(path, parseOspsBaseline));
  const attestationForm = once((path: string) => readParsed(path, parseAttestationForm));
  return {
    catalog,
    crosswalks: () => crosswalks(join(root, 'crosswalks')),
    ospsBaseline: () => ospsBaseline(join(root, 'osps-baseline.json')),
    attestationForm: () => attestationForm(join(root, 'cisa-attestation-form.json')),
  };
}
