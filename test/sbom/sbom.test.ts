// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepFeeds, osv } from '@plumbline/adapters/testing/feed-folders';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { billFormats } from '@plumbline/formats/sbom/bill-formats';
import { readBill } from '@plumbline/formats/sbom/read-bill';
import { billSchemas } from '@plumbline/formats/testing/bill-schemas';
import { expect, test } from 'vitest';
import { answerTo, assessment } from '../scenarios/assessment.ts';
import { plumbline } from '../scenarios/plumbline.ts';
import { buildLantern } from './lantern.ts';

const repositories = useRepositories();
const lantern = (): string => {
  const folder = repositories.folder();
  buildLantern(folder);
  return folder;
};

function billIn(text: string): BillOfMaterials {
  const read = readBill(new TextEncoder().encode(text));
  const [bill] = read.state === 'parsed' ? read.found : [];
  if (bill === undefined) throw new Error('not a bill');
  return bill;
}

test('one repository in four formats: each is valid, all say the same', async () => {
  const cwd = lantern();
  const bills = await Promise.all(
    billFormats.map(async (format) => {
      const { code, stdout, stderr } = await plumbline(['sbom', '.', '--format', format], { cwd });
      expect([code, stderr]).toEqual([0, '']);
      expect(billSchemas[format](stdout)).toEqual([]);
      return billIn(stdout);
    }),
  );
  for (const bill of bills) expect(bill).toEqual(bills[0]);
  expect(bills[0]).toMatchObject({
    subject: { name: 'Lantern', supplier: 'The Lantern Project', complete: true },
    context: 'source',
    components: [
      { ref: 'pkg:npm/%40s/flame@3.0.0', scope: 'runtime', license: 'ISC', dependsOn: [] },
      { ref: 'pkg:npm/oil@2.0.0', scope: 'development', license: 'SEE LICENSE IN OIL' },
      { ref: 'pkg:npm/wick@1.0.0', scope: 'runtime', license: 'MIT', dependsOn: ['pkg:npm/%40s/flame@3.0.0'] },
    ],
  });
});

test('the same commit gives the same bytes, wherever and whenever; SOURCE_DATE_EPOCH is the moment it states', async () => {
  const cwd = lantern();
  const run = async (env: { readonly [name: string]: string } = {}): Promise<string> =>
    (await plumbline(['sbom', '.'], { cwd, env })).stdout;
  const [first, second] = [await run({ TZ: 'Asia/Tokyo' }), await run({ TZ: 'UTC', LANG: 'de_DE.UTF-8' })];
  expect(first).toBe(second);
  expect(await run({ SOURCE_DATE_EPOCH: '1700000000' })).toContain('"timestamp": "2023-11-14T22:13:20Z"');
  const wrong = await plumbline(['sbom', '.'], { cwd, env: { SOURCE_DATE_EPOCH: 'yesterday' } });
  expect([wrong.code, wrong.stdout]).toEqual([2, '']);
});

test.each([
  [
    'a component is left out',
    (text: string) => text.replaceAll('pkg:npm/wick@1.0.0', 'pkg:npm/other@1.0.0'),
    /not in the bill/u,
  ],
  [
    'another version',
    (text: string) => text.replaceAll('wick@1.0.0', 'wick@1.0.1').replace('"version": "1.0.0"', '"version": "1.0.1"'),
    /Other versions/u,
  ],
  ['another content', (text: string) => text.replaceAll('a'.repeat(128), 'd'.repeat(128)), /Other content/u],
  ['no version', (text: string) => text.replace('"version": "3.0.0",', ''), /version: 1 of 3/u],
  ['no moment', (text: string) => text.replace(/"timestamp": "[^"]+",/u, ''), /timestamp/u],
  [
    'a clause of the standard',
    (text: string) => text.replace('"type": "library"', '"type": "lantern"'),
    /component\.type/u,
  ],
])('a bill does not hold: %s', async (_, change, said) => {
  const cwd = lantern();
  const { stdout: text } = await plumbline(['sbom', '.'], { cwd });
  writeFileSync(join(cwd, 'bom.json'), change(text));
  const checked = await plumbline(['sbom', 'bom.json', '--check', '--allow', 'supplier', '--against', '.'], { cwd });
  expect(checked.code).toBe(1);
  expect(checked.stdout).toMatch(said);
});

test('nothing against it, and not all could be looked at: 3', async () => {
  const cwd = lantern();
  const { stdout: text } = await plumbline(['sbom', '.'], { cwd });
  writeFileSync(join(cwd, 'bom.json'), text);
  writeFileSync(join(cwd, 'Cargo.lock'), 'not = [toml');
  const args = [
    'sbom',
    'bom.json',
    '--check',
    '--allow',
    'supplier',
    '--worktree',
    '--report',
    'json',
    '--against',
    '.',
  ];
  const checked = await plumbline(args, { cwd });
  expect(checked.code).toBe(3);
  expect(JSON.parse(checked.stdout)).toMatchObject({ bills: [{ holds: null, compared: [{ matched: 3 }] }] });
});

test('bills that a repository keeps are compared with its lockfiles', async () => {
  const cwd = lantern();
  const { stdout: text } = await plumbline(['sbom', '.', '--output', 'lantern.cdx.json'], { cwd });
  expect(text).toBe('');
  const kept = await plumbline(['sbom', '.', '--check', '--worktree', '--allow', 'supplier'], { cwd });
  expect(kept.stdout).toMatch(/^lantern\.cdx\.json: cyclonedx 1\.7, 3 components, compared with \.: /u);
});

test('a lockfile by itself', async () => {
  const cwd = lantern();
  const { code, stdout } = await plumbline(['sbom', 'package-lock.json', '--name', 'Lantern'], { cwd });
  expect(code).toBe(0);
  expect(billIn(stdout)).toMatchObject({
    subject: { name: 'Lantern', complete: true },
    components: [{ name: '@s/flame' }, { name: 'oil' }, { name: 'wick' }],
  });
  const checked = await plumbline(['sbom', 'package-lock.json', '--check', '--allow', 'supplier,author'], { cwd });
  expect([checked.code, checked.stderr]).toEqual([0, '']);
});

test('a difference is told for people, machines and comments, and nothing that a name holds is obeyed', async () => {
  const cwd = lantern();
  await plumbline(['sbom', '.', '--output', 'a.json'], { cwd });
  const hostile = readFileSync(join(cwd, 'a.json'), 'utf8')
    .replaceAll('pkg:npm/oil@2.0.0', 'pkg:npm/oil@3.0.0')
    .replace('"version": "2.0.0"', '"version": "3.0.0\\u001b[2J[x](javascript:1)"')
    .replace('"id": "MIT"', '"id": "ISC"');
  writeFileSync(join(cwd, 'b.json'), hostile);
  const text = await plumbline(['sbom', 'diff', 'a.json', 'b.json'], { cwd });
  expect(text.stdout).toContain('oil: 2.0.0 → 3.0.0⟨U+001B⟩[2J');
  expect(text.stdout).toContain('wick: MIT → ISC');
  expect(text.stdout).toContain('unknown: there are no feeds');
  const markdown = await plumbline(['sbom', 'diff', 'a.json', 'b.json', '--report', 'markdown'], { cwd });
  expect(markdown.stdout).not.toContain('](javascript');
  const json = await plumbline(['sbom', 'diff', 'a.json', 'b.json', '--report', 'json'], { cwd });
  expect(JSON.parse(json.stdout)).toMatchObject({ added: [], removed: [], same: 1, vulnerabilities: null });
});

test('with advisories at hand: which vulnerabilities come in, go and stay', async () => {
  const cwd = lantern();
  const feeds = repositories.folder();
  const advisories = repositories.folder();
  const write = (file: string, advisory: Parameters<typeof osv>[0]): void =>
    writeFileSync(join(advisories, file), osv(advisory));
  write('old.json', { id: 'TEST-OLD', name: 'oil', fixed: '2.5.0' });
  write('new.json', { id: 'TEST-NEW', name: 'wick', fixed: '9.0.0' });
  await keepFeeds(feeds, advisories);
  await plumbline(['sbom', '.', '--output', 'a.json'], { cwd });
  const changed = readFileSync(join(cwd, 'a.json'), 'utf8').replaceAll('oil@2.0.0', 'oil@3.0.0');
  writeFileSync(join(cwd, 'c.json'), changed);
  const run = async (before: string, after: string): Promise<object> =>
    JSON.parse(
      (await plumbline(['sbom', 'diff', before, after, '--feeds', feeds, '--report', 'json'], { cwd })).stdout,
    ) as object;
  expect(await run('a.json', 'c.json')).toMatchObject({
    vulnerabilities: { introduced: [], resolved: [{ id: 'TEST-OLD' }], remaining: 1, uncovered: [] },
  });
  expect(await run('c.json', 'a.json')).toMatchObject({
    vulnerabilities: { introduced: [{ id: 'TEST-OLD' }], resolved: [], remaining: 1 },
  });
});

test('as evidence it answers: there is one, and it is what the lockfiles lock', async () => {
  const cwd = lantern();
  await plumbline(['sbom', '.', '--output', 'bom.json'], { cwd });
  const found = await assessment(cwd, { evidence: [join(cwd, 'bom.json')] });
  const answer = (check: string): string => answerTo(found, check).outcome;
  expect(['release-has-sbom', 'sbom-matches-lockfiles'].map(answer)).toEqual(['yes', 'yes']);
  // nobody has recorded who supplies the components
  expect(answerTo(found, 'sbom-complete')).toMatchObject({
    outcome: 'no',
    because: 'Of 3 components lack: supplier (3)',
  });
});

test.each([
  [['sbom', 'missing.json', '--check'], 2],
  [['sbom', 'package.json', '--check'], 2],
  [['sbom', 'package.json'], 2],
  [['sbom', 'plumbline.yaml'], 2],
  [['sbom', '.', '--check', '--allow', 'everything'], 2],
  [['sbom', '.', '--format', 'pdf'], 2],
  [['sbom', 'diff', 'a'], 2],
])('%j is refused with exit code %i', async (args, code) => {
  const refused = await plumbline(args, { cwd: lantern() });
  expect([refused.code, refused.stdout]).toEqual([code, '']);
  expect(refused.stderr).not.toContain('this is a bug');
});
