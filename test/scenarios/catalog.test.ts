// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { expect, test } from 'vitest';
import { plumbline } from './plumbline.ts';

// `plumbline catalog`, as DESIGN §5 promises it.
const repositories = useRepositories();

async function printed(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await plumbline(args, { cwd: repositories.folder() });
  expect({ code, stderr }, args.join(' ')).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const tasksIn = (text: string): ReadonlySet<string> =>
  new Set(text.match(/(?<![\w.])(?:PO|PS|PW|RV)\.\d\.\d(?!\.?\w)/gu) ?? []);

test('catalog and catalog list are the same: every task once', async () => {
  const text = await printed('catalog');
  expect(await printed('catalog', 'list')).toBe(text);
  expect(tasksIn(text).size).toBeGreaterThanOrEqual(42);
  expect(tasksIn(await printed('catalog', 'list', '--catalog', 'ssdf-1.2-draft')).size).toBeGreaterThanOrEqual(49);
  expect(await printed('catalog', 'list', '--catalog', 'ssdf-218A')).toContain('PO');
});

test('catalog search finds all the words, and says when there is nothing', async () => {
  expect(tasksIn(await printed('catalog', 'search', 'threat', 'modeling'))).toContain('PW.1.1');
  expect(tasksIn(await printed('catalog', 'search', 'xyzzy')).size).toBe(0);
});

test('catalog crosswalk lists what there is, and shows each one', async () => {
  const index = await printed('catalog', 'crosswalk');
  expect(index).toMatch(/owasp|asvs|csf|53/iu);
  const csv = await printed('catalog', 'crosswalk', 'cisa-attestation-form', '--csv');
  expect(csv.trim().split('\n').length).toBeGreaterThan(50);
  const text = await printed('catalog', 'crosswalk', 'nist-800-53r5');
  expect(text).toContain('SA-11');
  expect(tasksIn(text)).toContain('PW.7.2');
});

test.each([
  ['oscal', 'catalog'],
  ['oscal-mapping', 'mapping-collection'],
  ['cyclonedx', 'bomFormat'],
])('catalog export --format %s is one JSON document, the same twice', async (format, member) => {
  const text = await printed('catalog', 'export', '--format', format);
  expect(JSON.parse(text)).toHaveProperty(member);
  expect(await printed('catalog', 'export', '--format', format)).toBe(text);
  expect(tasksIn(text.replaceAll(/pw-7-2|pw-7\.2/giu, 'PW.7.2'))).toContain('PW.7.2');
});

test('catalog export --format csv has a line a task, also in a file', async () => {
  const file = join(repositories.folder(), 'ssdf.csv');
  const text = await printed('catalog', 'export', '--format', 'csv');
  const rows = text.match(/^ssdf-1\.1,final,.*$/gmu) ?? [];
  expect(rows).toHaveLength(42);
  expect(rows.every((row) => tasksIn(row).size > 0)).toBe(true);
  const { code, stdout } = await plumbline(['catalog', 'export', '--format', 'csv', '--output', file]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(readFileSync(file, 'utf8')).toBe(text);
});
