// SPDX-License-Identifier: Apache-2.0
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { checkCrosswalk } from '@plumbline/core/catalog/check-crosswalk';
import { countFramework } from '@plumbline/core/catalog/count-framework';
import type { Crosswalk } from '@plumbline/core/catalog/crosswalk';
import { describe, expect, test } from 'vitest';
import { catalogIds, createCatalogSource, type CatalogId } from './catalog-source.ts';
import { readKnownRefs } from './known-refs.ts';

const root = dirname(createRequire(import.meta.url).resolve('@plumbline/catalog/package.json'));
const source = createCatalogSource(root);
const catalogs = new Map(
  await Promise.all(catalogIds.map(async (id) => [id as string, await source.catalog(id)] as const)),
);
const crosswalks = await source.crosswalks();
const knownRefs = await readKnownRefs(source);

const readRaw = async (
  id: CatalogId,
): Promise<{ counts: Record<string, unknown>; eo14028AppendixATable2?: { mapping: object } }> =>
  JSON.parse(await readFile(join(root, `${id}.json`), 'utf8'));
const catalogOf = ({ covers }: Crosswalk) => catalogs.get(covers) ?? expect.fail(`nothing covers ${covers}`);
const bySlug = (slug: string): Crosswalk => crosswalks.find((one) => one.slug === slug) ?? expect.fail(slug);
const pairs = (rows: readonly { ssdf: string; ref: string }[]): string[] =>
  rows.map(({ ssdf, ref }) => `${ssdf} ${ref}`).sort();

const printedIn = async (id: CatalogId): Promise<readonly string[]> =>
  (await source.catalog(id)).tasks.flatMap((task) =>
    task.references.flatMap(({ items = [] }) => items.map((ref) => `${task.id} ${ref}`)),
  );
const nistRows = (id: CatalogId): readonly string[] =>
  crosswalks
    .filter(({ kind, covers }) => kind === 'nist-reference' && covers === id)
    .flatMap(({ rows }) => pairs(rows));

describe.each(catalogIds)('%s', (id) => {
  test('holds as much as its source states', async () => {
    const parsed: Record<string, unknown> = countFramework((await source.catalog(id)).framework);
    const { counts } = await readRaw(id);
    const shared = Object.keys(counts).filter((key) => key in parsed);
    expect(shared.length).toBeGreaterThan(2);
    expect(Object.fromEntries(shared.map((key) => [key, parsed[key]]))).toEqual(
      Object.fromEntries(shared.map((key) => [key, counts[key]])),
    );
  });

  test('names nothing that it does not have', async () => {
    const { framework, levelOf, task } = await source.catalog(id);
    const targets = framework.retired.flatMap(({ movedTo }) => movedTo);
    expect(framework.retired.filter((entry) => levelOf(entry.id) !== undefined)).toEqual([]);
    expect(targets.filter((target) => levelOf(target) === undefined)).toEqual([]);
    expect(framework.footnotes.filter((note) => task(note.task) === undefined)).toEqual([]);
  });

  test('a task that says what it was formerly is where that id moved to', async () => {
    const { tasks, retired } = await source.catalog(id);
    const moves = tasks.flatMap((task) => (task.formerly ?? []).map((former) => [former, task.id] as const));
    expect(moves.filter(([former, now]) => retired(former)?.movedTo.includes(now) !== true)).toEqual([]);
  });
});

// SP 800-218A is read together with SSDF 1.1 and gives no citations of its own.
test.each(['ssdf-1.1', 'ssdf-1.2-draft'] as const)('%s cites exactly the documents that it lists', async (id) => {
  const { framework, tasks } = await source.catalog(id);
  const cited = tasks.flatMap(({ references }) => references.map(({ document }) => document));
  expect(new Set(cited)).toEqual(new Set(framework.referenceDocuments.map(({ key }) => key)));
});

test('SP 800-218A uses ids that SSDF 1.1 retired for something else', () => {
  const retired = catalogs.get('ssdf-1.1')?.framework.retired.map(({ id }) => id) ?? [];
  expect(retired.filter((id) => catalogs.get('ssdf-218A')?.levelOf(id) !== undefined)).toEqual([
    'PW.3',
    'PW.3.1',
    'PW.3.2',
  ]);
});

describe('crosswalks', () => {
  test('folder listing = slugs, and each framework they cover is shipped', async () => {
    const files = (await readdir(join(root, 'crosswalks'))).map((name) => name.replace(/\.json$/u, '')).sort();
    expect(crosswalks.map(({ slug }) => slug)).toEqual(files);
    for (const crosswalk of crosswalks) expect(catalogOf(crosswalk).framework.id).toBe(crosswalk.covers);
  });

  test.each(crosswalks.map((crosswalk) => [crosswalk.slug, crosswalk] as const))(
    '%s gives each pair once',
    (_, { rows }) => {
      const keys = rows.map(({ ssdf, ref, via }) => `${ssdf} ${ref} ${via}`);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    },
  );

  test('the only ids that do not exist are these; they are kept and not followed', () => {
    const flagged = crosswalks.flatMap((crosswalk) =>
      checkCrosswalk(catalogOf(crosswalk), crosswalk, knownRefs.get(crosswalk.frameworkId))
        .filter((row) => !row.valid)
        .map(({ ssdf, ref }) => `${crosswalk.slug}: ${ssdf} ${ref}`),
    );
    expect(flagged).toEqual([
      'bsa-fss: RV.2.2 VM-2',
      'openssf-scorecard-derived: RV 2.2 Scorecard SAST',
      'openssf-scorecard-derived: RV 2.2 Scorecard Security-Policy',
      'openssf-scorecard-derived: RV 2.2 Scorecard Vulnerabilities',
      'osps-baseline: P0.3.1 OSPS-BR-07',
      'osps-baseline: P0.4.2 OSPS-BR-07',
      'osps-baseline: RV 2.2 OSPS-VM-06',
      'owasp-samm-1.5: PO.2.3 SM1.A',
    ]);
  });

  const derived = crosswalks.filter(({ kind }) => kind === 'derived').map((one) => [one.slug, one] as const);

  test.each(derived)(
    '%s: each row rests on a row of the published crosswalk it goes through',
    (_, { rows, viaCrosswalk }) => {
      const through = new Set(pairs(bySlug(viaCrosswalk ?? '').rows));
      expect(rows.filter(({ ssdf, via }) => !through.has(`${ssdf} ${via}`))).toEqual([]);
    },
  );
});

describe('both ways', () => {
  test('every id in the References column of SSDF 1.1 is a row, and every NIST reference is in the column', async () => {
    expect([...nistRows('ssdf-1.1')].sort()).toEqual([...(await printedIn('ssdf-1.1'))].sort());
  });

  test("the draft's NIST references are in its References column", async () => {
    const printed = new Set(await printedIn('ssdf-1.2-draft'));
    expect(nistRows('ssdf-1.2-draft').filter((row) => !printed.has(row))).toEqual([]);
  });

  test('the OSPS Baseline and its crosswalk state the same pairs', async () => {
    const { controls } = await source.ospsBaseline();
    const printed = controls.flatMap(({ id, ssdf }) => ssdf.map((task) => ({ ssdf: task, ref: id })));
    expect(pairs(bySlug('osps-baseline').rows)).toEqual(pairs(printed));
  });

  test('the CISA form and its crosswalk state the same pairs', async () => {
    const { statements } = await source.attestationForm();
    const printed = statements.flatMap(({ id, ssdf }) => ssdf.map((task) => ({ ssdf: task, ref: id })));
    expect(pairs(bySlug('cisa-attestation-form').rows)).toEqual(pairs(printed));
  });

  test('EO 14028 against Appendix A Table 2: they differ in the one task that NIST prints differently', async () => {
    const table = (await readRaw('ssdf-1.1')).eo14028AppendixATable2?.mapping ?? {};
    const tasks = catalogs.get('ssdf-1.1')?.tasks.map(({ id }) => id) ?? [];
    const printed = Object.entries(table).flatMap(([ref, named]: [string, readonly string[] | 'all']) =>
      (named === 'all' ? tasks : named).map((ssdf) => `${ssdf} ${ref}`),
    );
    const rows = pairs(bySlug('eo-14028').rows);
    expect(rows.filter((row) => !printed.includes(row))).toEqual(['RV.2.2 4e(vi)']);
    expect(printed.filter((row) => !rows.includes(row))).toEqual(['RV.2.2 4e(v)']);
  });
});
