// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { allScanners } from '@plumbline/adapters/generated/scanners';
import { factSources } from '@plumbline/core/facts/fact-sources';
import { allChecks } from '@plumbline/practices/generated/checks';
import { allPatches } from '@plumbline/practices/generated/patches';
import { allTasks } from '@plumbline/practices/generated/tasks';
import { expect, test } from 'vitest';

const folders = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
const pages = (path: string): readonly string[] =>
  readdirSync(path)
    .map((name) => name.replace(/\.md$/, ''))
    .sort();
const practices = 'packages/practices/src';

test('checks: folders, registry and guide pages are the same', () => {
  const ids = allChecks.map(({ id }) => id).sort();
  expect(ids).toEqual(folders(`${practices}/checks`));
  expect(pages('docs/generated/checks')).toEqual(ids);
});

test('tasks: folders, registry, guide pages and the catalog are the same, in number and name', async () => {
  const catalog = await createCatalogSource().catalog('ssdf-1.1');
  const ids = allTasks.map(({ id }) => id);
  expect([...ids].sort()).toEqual(catalog.tasks.map(({ id }) => id).sort());
  expect(pages('docs/generated/tasks')).toEqual([...ids].sort());
  const named = ['po', 'ps', 'pw', 'rv'].flatMap((group) => folders(`${practices}/${group}`));
  expect(
    named
      .map((folder) => folder.split('-').slice(0, 3))
      .map(([group = '', ...numbers]) => [group.toUpperCase(), ...numbers].join('.'))
      .sort(),
  ).toEqual([...ids].sort());
});

test('every check speaks to a task', () => {
  const used = new Set(allTasks.flatMap(({ checks }) => checks.map(({ id }) => id)));
  expect(allChecks.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
});

test('every kind of fact is collected by one collector at most, and none is invented', () => {
  const kinds = allCollectors.flatMap((collector) => collector.kinds);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(kinds.filter((kind) => !(kind in factSources))).toEqual([]);
});

test('a check that says a machine answers it needs only what some collector reads', () => {
  const read = new Set(allCollectors.flatMap((collector) => collector.kinds));
  const claims = allChecks.filter(({ automation }) => automation !== 'not-yet');
  expect(claims.filter(({ needs }) => needs.some((kind) => !read.has(kind))).map(({ id }) => id)).toEqual([]);
});

test('patches: folders and registry are the same', () => {
  expect(allPatches.map(({ id }) => id).sort()).toEqual(folders(`${practices}/patches`));
});

test('the guide names the evidence that answers no check, and no other', () => {
  const read = new Set(allChecks.flatMap(({ needs, uses = [] }) => [...needs, ...uses]));
  const kinds = allCollectors.find(({ id }) => id === 'imported-evidence')?.kinds ?? [];
  expect(kinds.filter((kind) => !read.has(kind))).toEqual(['vex-documents']);
  expect(readFileSync('docs/guides/evidence-files.md', 'utf8')).toContain('in this version that is VEX');
});

test('scanners: registry and guide are the same, and ids are the names of folders', () => {
  const ids = allScanners.map(({ id }) => id).sort();
  expect(folders('packages/adapters/src/scanners')).toEqual(expect.arrayContaining(ids));
  const rows = readFileSync('docs/guides/scanning.md', 'utf8').matchAll(/^\| `([a-z-]+)` /gmu);
  expect([...rows].map(([, id]) => id).sort()).toEqual(ids);
});

test('decisions: each has a number of its own, without gaps, and stands in the index by its title', () => {
  const files = readdirSync('docs/decisions').filter((name) => name !== 'README.md');
  const titles = files.map((name) => /^# (\d+)\. (.+)$/mu.exec(readFileSync(`docs/decisions/${name}`, 'utf8')) ?? []);
  const numbers = files.map((_, index) => index + 1);
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(numbers);
  expect(titles.map(([, number]) => Number(number))).toEqual(numbers);
  const rows = readFileSync('docs/decisions/README.md', 'utf8').matchAll(/^\| (\d+) \| \[(.+)\]\((.+)\) \|$/gmu);
  expect([...rows].map(([, , title, file]) => [title, file])).toEqual(
    titles.map(([, , title], index) => [title, files[index]]),
  );
});

test('guides: the README leads to each', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readdirSync('docs/guides').filter((name) => !readme.includes(`(docs/guides/${name})`))).toEqual([]);
});
