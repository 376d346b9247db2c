// SPDX-License-Identifier: Apache-2.0
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openFeeds } from '../../platform/feeds/open-feeds.ts';
import { readFeedParts } from '../../platform/feeds/read-feed-parts.ts';
import { buildZip } from '../../testing/build-zip.ts';
import { exportBundle } from '../bundle/export-bundle.ts';
import { writeTar } from '../bundle/write-tar.ts';
import { now, osv, useFolders } from '../../testing/feed-folders.ts';
import { importFeeds } from './import-feeds.ts';

const folderWith = useFolders();
const kev = JSON.stringify({
  catalogVersion: '1',
  dateReleased: '2026-06-28T00:00:00Z',
  vulnerabilities: [{ cveID: 'CVE-2026-1000', dateAdded: '2026-06-28' }],
});
const cve = (id: string, exploitation: string, dateUpdated = '2026-06-26T00:00:00Z'): string =>
  JSON.stringify({
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: { cveId: id, state: 'PUBLISHED', dateUpdated },
    containers: {
      cna: { metrics: [{ cvssV3_1: { vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' } }] },
      adp: [{ metrics: [{ other: { type: 'ssvc', content: { options: [{ Exploitation: exploitation }] } } }] }],
    },
  });
const epss = '#model_version:v1,score_date:2026-06-27T00:00:00Z\ncve,epss,percentile\nCVE-2026-1000,0.5,0.9\n';
const cycles = JSON.stringify([{ cycle: '20', eol: '2026-04-30', latestReleaseDate: '2026-03-01' }]);
const tarOf = (name: string, text: string): Buffer =>
  Buffer.concat([...writeTar([{ name, bytes: Buffer.from(text) }])]);

async function idsOf(folder: string, base = 'npm'): Promise<readonly string[]> {
  const feeds = await openFeeds(folder);
  const ids =
    feeds
      ?.advisories(base)
      ?.all()
      .map(({ id }) => id) ?? [];
  feeds?.close();
  return ids;
}

async function import_(
  folder: string,
  files: { readonly [name: string]: string | Uint8Array },
  asOf?: string,
): ReturnType<typeof importFeeds> {
  const source = folderWith(files);
  return importFeeds(
    Object.keys(files).map((name) => join(source, name)),
    { folder, now, ...(asOf === undefined ? {} : { asOf }) },
  );
}

describe.each([
  ['a file', { 'a.json': osv() }],
  ['a file with gzip', { 'a.json.gz': gzipSync(osv()) }],
  ['JSON lines', { 'a.jsonl': `${osv()}\n` }],
  [
    'YAML',
    {
      'a.yaml':
        'id: TEST-1\nmodified: 2026-06-29T00:00:00Z\naffected:\n- package: {ecosystem: npm, name: a}\n  ranges:\n  - {type: SEMVER, events: [introduced: "0", fixed: 2.0.0]}\n',
    },
  ],
  ['a zip', { 'all.zip': buildZip([{ name: 'x/a.json', bytes: Buffer.from(osv()) }]) }],
  ['a tar', { 'a.tar': tarOf('x/a.json', osv()) }],
  ['a tar with gzip', { 'a.tar.gz': gzipSync(tarOf('x/a.json', osv())) }],
])('%s', (_, files) => {
  test('is taken in', async () => {
    const folder = folderWith();
    expect(await import_(folder, files)).toMatchObject({ advisories: 1, refused: 0 });
    const feeds = await openFeeds(folder);
    expect(feeds?.advisories('npm')?.candidates('npm\na')).toMatchObject([
      { id: 'TEST-1', affected: [{ ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }] }] },
    ]);
    feeds?.close();
  });
});

test('each feed, with the day of its data', async () => {
  const folder = folderWith();
  await import_(folder, {
    'a.json': osv(),
    'kev.json': kev,
    'epss.csv': epss,
    'cve.json': cve('CVE-2026-1000', 'active'),
    'nodejs.json': cycles,
    'package.json': '{"name":"x"}',
  });
  const parts = await readFeedParts(folder);
  expect(parts.map(({ feed, part, entries, asOf }) => [feed, part, entries, asOf])).toEqual([
    ['cve', 'cve', 1, '2026-06-26T00:00:00Z'],
    ['end-of-life', 'end-of-life', 1, '2026-03-01T00:00:00Z'],
    ['epss', 'epss', 1, '2026-06-27T00:00:00Z'],
    ['kev', 'kev', 1, '2026-06-28T00:00:00Z'],
    ['osv', 'npm', 1, '2026-06-29T00:00:00Z'],
  ]);
  const feeds = await openFeeds(folder);
  expect((await feeds?.probabilities())?.('CVE-2026-1000')).toBe(0.5);
  expect((await feeds?.exploited())?.has('CVE-2026-1000')).toBe(true);
  expect((await feeds?.assessments())?.('CVE-2026-1000')).toMatchObject({
    ssvc: { exploitation: 'active' },
    vectors: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
  });
  expect(await feeds?.lifecycles()).toMatchObject([{ product: 'nodejs' }]);
});

test('an import adds to what is kept: the newer version of each advisory counts, and none is lost', async () => {
  const folder = folderWith();
  await import_(folder, { 'a.json': osv(), 'b.json': osv({ id: 'TEST-2' }) });
  await import_(folder, {
    'a.json': osv({ modified: '2026-01-01T00:00:00Z', fixed: '9.0.0' }),
    'c.json': osv({ id: 'TEST-3' }),
  });
  expect(await idsOf(folder)).toEqual(['TEST-1', 'TEST-2', 'TEST-3']);
  const feeds = await openFeeds(folder);
  expect(JSON.stringify(feeds?.advisories('npm')?.candidates('npm\na'))).not.toContain('9.0.0');
});

test('CVE records add to what is kept; a rejected one is gone, and few do not make the others newer', async () => {
  const folder = folderWith();
  const points = async (): Promise<readonly unknown[]> =>
    [...((await (await openFeeds(folder))?.assessed()) ?? [])].map(({ id, ssvc }) => [id, ssvc?.exploitation]);
  await import_(folder, { 'a.json': cve('CVE-2026-1000', 'none'), 'b.json': cve('CVE-2026-1001', 'poc') });
  await import_(folder, {
    'a.json': cve('CVE-2026-1000', 'active', '2026-06-28T00:00:00Z'),
    'b.json': cve('CVE-2026-1001', 'none', '2026-01-01T00:00:00Z'),
    'c.json': cve('CVE-2026-0999', 'none', '2026-06-28T00:00:00Z'),
  });
  const active = ['CVE-2026-1000', 'active'];
  expect(await points()).toEqual([['CVE-2026-0999', 'none'], active, ['CVE-2026-1001', 'poc']]);
  const rejected = cve('CVE-2026-1001', 'poc', '2026-06-29T00:00:00Z').replace('PUBLISHED', 'REJECTED');
  await import_(folder, { 'a.json': rejected });
  expect(await points()).toEqual([['CVE-2026-0999', 'none'], active]);
  expect((await readFeedParts(folder)).map(({ asOf }) => asOf)).toEqual(['2026-06-28T00:00:00Z']);
});

test('lines of CVE and of OSV in one file are both taken in', async () => {
  const folder = folderWith();
  await import_(folder, { 'a.jsonl': `${cve('CVE-2026-1000', 'poc')}\n${osv()}\n` });
  expect((await readFeedParts(folder)).map(({ feed, entries }) => [feed, entries])).toEqual([
    ['cve', 1],
    ['osv', 1],
  ]);
});

test('a record that weighs nothing keeps no feed, which would say that it was asked', async () => {
  const folder = folderWith();
  await import_(folder, { 'a.json': cve('CVE-2026-1000', 'none').replace('PUBLISHED', 'REJECTED') });
  expect(await readFeedParts(folder)).toEqual([]);
});

test('a withdrawn advisory matches nothing, and an older copy does not bring it back', async () => {
  const folder = folderWith();
  const withdrawn = osv({ withdrawn: '2026-06-29T00:00:00Z' });
  await import_(folder, { 'a.json': withdrawn });
  await import_(folder, { 'a.json': osv({ modified: '2026-01-01T00:00:00Z' }) });
  const feeds = await openFeeds(folder);
  expect(feeds?.advisories('npm')?.candidates('npm\na')).toEqual([]);
  expect(await idsOf(folder)).toEqual(['TEST-1']);
});

test('a few newer advisories do not make the others newer', async () => {
  const folder = folderWith();
  await import_(folder, { 'a.json': osv({ modified: '2026-01-01T00:00:00Z' }) });
  const ages = async (): Promise<readonly string[]> => (await readFeedParts(folder)).map(({ asOf }) => asOf);
  await import_(folder, { 'b.json': osv({ id: 'TEST-2', modified: '2026-06-29T00:00:00Z' }) });
  expect(await ages()).toEqual(['2026-01-01T00:00:00Z']);
  await import_(folder, { 'a.json': osv({ modified: '2026-06-29T00:00:00Z' }), 'b.json': osv({ id: 'TEST-2' }) });
  expect(await ages()).toEqual(['2026-06-29T00:00:00Z']);
  await import_(folder, { 'c.json': osv({ id: 'TEST-3' }) }, '2026-06-30T00:00:00Z');
  expect(await ages()).toEqual(['2026-06-30T00:00:00Z']);
});

test('nothing is newer than now', async () => {
  const folder = folderWith();
  await import_(folder, { 'a.json': osv({ modified: '2999-01-01T00:00:00Z' }) }, '2999-01-01T00:00:00Z');
  expect((await readFeedParts(folder)).map(({ asOf }) => asOf)).toEqual([now]);
});

test('what cannot be relied on is left out and counted, the rest is kept', async () => {
  const folder = folderWith();
  const bad = osv({ id: 'TEST-2' }).replace('SEMVER', 'MAGIC');
  const imported = await import_(folder, { 'a.json': osv(), 'b.json': bad, 'c.json': '{"id":' });
  expect(imported).toMatchObject({ advisories: 1, refused: 2 });
  expect(imported.refusals.map(({ because }) => because)).toEqual([
    'TEST-2: OSV affected[0].ranges[0].type: not one of the three of the standard',
    'line 1: the text ends where a value is expected',
  ]);
});

test('files in which there is nothing of a feed are an error, and what was kept stays', async () => {
  const folder = folderWith();
  await import_(folder, { 'a.json': osv() });
  await expect(import_(folder, { 'a.json': '{}', 'b.txt': 'text' })).rejects.toMatchObject({ code: 'input-invalid' });
  await expect(importFeeds(['/nowhere/at/all'], { folder, now })).rejects.toMatchObject({ code: 'input-unreadable' });
  expect(await idsOf(folder)).toEqual(['TEST-1']);
});

test('links below a folder are not followed', async () => {
  const outside = folderWith({ 'secret.json': osv({ id: 'TEST-9' }) });
  const source = folderWith({ 'a.json': osv() });
  symlinkSync(outside, join(source, 'folder'));
  symlinkSync(join(outside, 'secret.json'), join(source, 'b.json'));
  const folder = folderWith();
  await importFeeds([source], { folder, now });
  expect(await idsOf(folder)).toEqual(['TEST-1']);
});

test('the same data gives the same files, and only files that are named stay', async () => {
  const [one, other] = [folderWith(), folderWith()];
  const files = { 'a.json': osv(), 'b.json': osv({ id: 'TEST-2', name: 'ä' }), 'kev.json': kev };
  await import_(one, { 'a.json': osv({ fixed: '3.0.0', modified: '2026-01-01T00:00:00Z' }) });
  await import_(one, files);
  await import_(other, files);
  expect(readdirSync(one).sort()).toEqual(readdirSync(other).sort());
  expect(readdirSync(one)).toHaveLength(3);
});

test('a bundle brings everything to another machine, byte for byte', async () => {
  const [one, other, bundles] = [folderWith(), folderWith(), folderWith()];
  const files = {
    'a.json': osv(),
    'b.json': osv({ id: 'TEST-2', withdrawn: '2026-06-29T00:00:00Z' }),
    'c.json': osv({ id: 'RUSTSEC-1', ecosystem: 'crates.io', informational: 'unmaintained' }),
  };
  await import_(
    one,
    { ...files, 'kev.json': kev, 'epss.csv': epss, 'cve.json': cve('CVE-2026-1000', 'poc'), 'nodejs.json': cycles },
    '2026-06-30T00:00:00Z',
  );
  await exportBundle(one, join(bundles, 'one.tar.gz'));
  await importFeeds([join(bundles, 'one.tar.gz')], { folder: other, now });
  await exportBundle(other, join(bundles, 'other.tar.gz'));
  const [bytes, again] = await Promise.all(
    ['one', 'other'].map(async (name) => (await import('node:fs/promises')).readFile(join(bundles, `${name}.tar.gz`))),
  );
  expect(again?.equals(bytes ?? Buffer.alloc(0))).toBe(true);
  expect((await readFeedParts(other)).map(({ asOf }) => asOf)).toEqual(
    (await readFeedParts(one)).map(({ asOf }) => asOf),
  );
  expect(readdirSync(bundles).sort()).toEqual(['one.tar.gz', 'other.tar.gz']);
  await expect(exportBundle(folderWith(), join(bundles, 'none.tar.gz'))).rejects.toMatchObject({
    code: 'input-unreadable',
  });
});

test('an import repairs damaged state', async () => {
  const folder = folderWith();
  await import_(folder, { 'a.json': osv() });
  writeFileSync(join(folder, 'feeds.json'), '{"schema":1,"parts":[{}]}');
  await expect(readFeedParts(folder)).rejects.toMatchObject({ code: 'state-damaged' });
  await import_(folder, { 'b.json': osv({ id: 'TEST-2' }) });
  expect(await idsOf(folder)).toEqual(['TEST-2']);
});
