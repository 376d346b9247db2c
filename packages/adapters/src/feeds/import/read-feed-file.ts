// SPDX-License-Identifier: Apache-2.0
import { basename } from 'node:path';
import { decodeUtf8 } from '@plumbline/formats/json/decode-utf8';
import { at, objectOf, textOf } from '@plumbline/formats/json/json-fields';
import type { JsonValue } from '@plumbline/formats/json/json-value';
import { parseJson } from '@plumbline/formats/json/parse-json';
import { parseCve } from '@plumbline/formats/cve/parse-cve';
import { parseEndOfLife } from '@plumbline/formats/end-of-life/parse-end-of-life';
import { parseEpss } from '@plumbline/formats/epss/parse-epss';
import { parseKev } from '@plumbline/formats/kev/parse-kev';
import { parseOsv } from '@plumbline/formats/osv/parse-osv';
import { type OsvRecord, readOsvRecord } from '@plumbline/formats/osv/osv-record';
import { parseYaml } from '../../platform/syntax/parse-yaml.ts';
import type { FeedFile } from '../sources/feed-file.ts';
import type { FeedIntake } from './feed-intake.ts';
import { readRustSec } from './read-rust-sec.ts';

/** The file of a bundle that says how new each of its feeds is. */
export const manifestName = 'plumbline-feeds.json';

/** Takes in what a file holds; its ending says how to read it, its content what it is. Anything else is passed over. */
export function readFeedFile(file: FeedFile, intake: FeedIntake): void {
  const ending = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase();
  const understood =
    ending === 'csv'
      ? readEpss(file, intake)
      : ending === 'md'
        ? readRecords(file, readRustSec(decodeUtf8(file.bytes)), intake)
        : ending === 'yaml' || ending === 'yml'
          ? readYaml(file, intake)
          : readJson(file, intake);
  if (!understood) intake.otherFiles += 1;
}

/** Whether any of the records is one of OSV; those that are and cannot be relied on are counted. */
function readRecords({ name }: FeedFile, records: readonly OsvRecord[], intake: FeedIntake): boolean {
  const own = records.filter((record) => record.state === 'read' || record.id !== null);
  for (const record of own) intake.addRecord(name, record);
  return own.length > 0;
}

function readYaml(file: FeedFile, intake: FeedIntake): boolean {
  const text = decodeUtf8(file.bytes);
  // Most YAML of a repository is none of OSV: parsing it all takes longer than the rest
  if (!/^id:/m.test(text) || !/^modified:/m.test(text)) return false;
  const parsed = parseYaml(text);
  if (!parsed.ok) {
    intake.refuse(file.name, parsed.because);
    return true;
  }
  const records = parsed.value.map((value) => readOsvRecord(value as JsonValue)); // the core schema has JSON's values only
  return readRecords(file, records, intake);
}

function readJson(file: FeedFile, intake: FeedIntake): boolean {
  if (basename(file.name) === manifestName) return readManifest(file, intake);
  const cves = readCves(file, intake);
  if (cves.isAll) return true;
  const osv = parseOsv(file.bytes);
  if (osv.state === 'failed') {
    intake.refuse(file.name, `line ${osv.fault.line}: ${osv.fault.because}`);
    return true;
  }
  const isOsv = readRecords(file, osv.records, intake);
  return isOsv || cves.found > 0 || readKev(file, intake) || readProducts(file, intake);
}

/** How many CVE records a file holds, and whether it holds anything else. */
function readCves({ bytes }: FeedFile, intake: FeedIntake): { readonly found: number; readonly isAll: boolean } {
  // Most files are none of CVE: looking for the word spares them a second parsing
  const parsed = bytes.includes('"CVE_RECORD"') ? parseCve(bytes) : null;
  if (parsed?.state !== 'parsed') return { found: 0, isAll: false };
  for (const record of parsed.records) intake.cve.add(record);
  return { found: parsed.records.length, isAll: parsed.others === 0 };
}

function readKev({ bytes }: FeedFile, intake: FeedIntake): boolean {
  const parsed = parseKev(bytes);
  if (parsed.state === 'failed') return false;
  const { entries, releasedAt } = parsed.catalog;
  intake.kev = { rows: entries, asOf: releasedAt, refused: 0 };
  return true;
}

function readEpss({ name, bytes }: FeedFile, intake: FeedIntake): boolean {
  const parsed = parseEpss(bytes.toString('utf8'));
  if (parsed.state === 'failed') {
    if (parsed.fault.code === 'too-large') intake.refuse(name, parsed.fault.because);
    return false;
  }
  const { scores, scoredAt } = parsed.scores;
  intake.epss = { rows: scores, asOf: scoredAt, refused: 0 };
  return true;
}

function readProducts({ name, bytes }: FeedFile, intake: FeedIntake): boolean {
  const parsed = parseEndOfLife(
    bytes,
    basename(name)
      .replace(/\.json$/i, '')
      .toLowerCase(),
  );
  if (parsed.state === 'failed') return false;
  const { products, newestDay } = parsed.data;
  for (const product of products) intake.products.set(product.product, product);
  if (newestDay !== null) {
    const newest = `${newestDay}T00:00:00Z`;
    if (intake.productsAsOf === null || newest > intake.productsAsOf) intake.productsAsOf = newest;
  }
  return products.length > 0;
}

function readManifest({ name, bytes }: FeedFile, intake: FeedIntake): boolean {
  const parsed = parseJson(bytes);
  if (parsed.state === 'failed') {
    intake.refuse(name, parsed.fault.because);
    return true;
  }
  const ages = at(parsed.values[0], 'asOf');
  for (const [feed, age] of Object.entries(objectOf(ages))) {
    if (feed === 'osv')
      for (const [base, own] of Object.entries(objectOf(age))) intake.state(`osv/${base}`, textOf(own));
    else intake.state(feed, textOf(age));
  }
  return true;
}
