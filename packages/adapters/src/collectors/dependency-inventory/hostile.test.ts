// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { memorySnapshot } from '../../testing/memory-snapshot.ts';
import { dependencyInventoryCollector } from './dependency-inventory-collector.ts';
import { graphReaderOf } from './graph-readers.ts';
import { lockfileReaders } from './lockfile-readers.ts';
import { manifestReaders } from './manifest-readers.ts';
import type { LockfileFormat } from './model/lockfile-reader.ts';

const formats = Object.keys(lockfileReaders) as readonly LockfileFormat[];
const readers = [...Object.entries(manifestReaders), ...Object.entries(lockfileReaders)] as const;
const paths = [
  'package.json',
  'package-lock.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'pyproject.toml',
  'uv.lock',
  'requirements.txt',
  'setup.py',
  'go.mod',
  'go.sum',
  'Cargo.toml',
  'Cargo.lock',
  'pom.xml',
  'build.gradle',
  'Gemfile',
  'Gemfile.lock',
  'composer.json',
  'composer.lock',
  'a.csproj',
  'packages.lock.json',
  'Chart.yaml',
  'Chart.lock',
  'Dockerfile',
  'compose.yaml',
  'mix.exs',
  'mix.lock',
  'pubspec.yaml',
  'flake.nix',
  'conanfile.txt',
];

// words of the formats, in any order, find more than arbitrary text does
const words = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ':',
  ',',
  '\n',
  '\n  ',
  '\n    ',
  '=',
  '<project>',
  '</project>',
  '<dependency>',
  '<a b="',
  '/>',
  'packages',
  'dependencies',
  'importers:',
  'lockfileVersion: 9',
  '__metadata:',
  '# yarn lockfile v1',
  'specs:',
  'GEM',
  'CHECKSUMS',
  'require (',
  'module x',
  'replace a => ../b',
  'implementation "a:b:1"',
  'install_requires=[',
  '--hash=sha256:x',
  '-r ',
  'gem "a", "1"',
  '[[package]]',
  'name = "a"',
  'version',
  'resolution: {integrity: x}',
  'node_modules/a',
  'workspace:*',
  '&a',
  '*a',
  '<<',
  '__proto__',
  'constructor',
  '\u0000',
  '\uFEFF',
  '1.0.0',
  '@',
  '#',
);
const text = fc.oneof(
  fc.string(),
  fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.jsonValue().map((value) => JSON.stringify(value)),
);

describe('whatever a file holds', () => {
  test.each(formats)('%s: no reader of a graph throws', (format) => {
    fc.assert(
      fc.property(text, fc.constantFrom(...paths), (content, path) => {
        const result = graphReaderOf(format)(content, path);
        if (!result.ok || result.value === null) return;
        for (const { key, name, hashes } of result.value.packages) {
          expect([typeof key, typeof name]).toEqual(['string', 'string']);
          for (const { value } of hashes) expect(value).toMatch(/^[0-9a-f]{32,128}$/u);
        }
      }),
    );
  });

  test.each(readers)('%s: no reader throws', (_, reader) => {
    fc.assert(
      fc.property(text, fc.constantFrom(...paths), (content, path) => {
        const result = reader.read(content, path);
        if (!result.ok || result.value === null || !('entries' in result.value)) return;
        const lock = result.value;
        for (const entry of lock.entries) expect(typeof entry.name).toBe('string');
        lock.covers({ directory: 'a/b', name: 'a', file: 'package.json' });
        lock.disagreement(
          { name: 'constructor', range: '^1', optional: false },
          { directory: '', name: null, file: 'x' },
        );
      }),
      { numRuns: 60 },
    );
  });

  test('the collector answers with one item, the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...paths, ...paths.map((path) => `sub/${path}`)), text, { maxKeys: 8 }),
        async (files) => {
          const [first, ...more] = await dependencyInventoryCollector.collect(collectorInput(files));
          expect(more).toEqual([]);
          const [second] = await dependencyInventoryCollector.collect(collectorInput(files));
          expect(second).toEqual(first);
          if (first?.kind !== 'dependency-inventory' || first.state !== 'found') return;
          const purls = first.fact.components.map(({ purl }) => purl);
          expect(purls).toEqual([...new Set(purls)].sort());
          for (const lockfile of first.fact.lockfiles) expect(lockfile.hashed).toBeLessThanOrEqual(lockfile.external);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each(readers)('%s: time grows with the text and no faster', (_, reader) => {
    const started = performance.now();
    for (const part of [
      'a',
      ' ',
      '"',
      "'",
      '[',
      '{',
      '(',
      '<',
      'a:',
      '- ',
      '\n  ',
      '=',
      'a,',
      '\\\n',
      '/*',
      'gem "',
      '<a b=',
      '#',
      'implementation ',
      '{:a, "',
    ]) {
      reader.read(part.repeat(10_000), 'requirements.txt');
    }
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

test('nothing of the kind is absent, and says where it was looked for', async () => {
  const [item] = await dependencyInventoryCollector.collect(collectorInput({ 'README.md': '# hello' }));
  expect(item).toMatchObject({ state: 'absent' });
  expect(item?.state === 'absent' ? item.lookedIn : '').toContain('Dockerfiles');
});

test('a link or a file that is too large is named, and its manifest is unknown', async () => {
  const repository = memorySnapshot({ 'package.json': `{"name": "${'a'.repeat(3_000_000)}"}`, 'go.mod': 'module a' });
  const [item] = await dependencyInventoryCollector.collect(collectorInput({}, { repository }));
  if (item?.kind !== 'dependency-inventory' || item.state !== 'found') throw new Error('not found');
  expect(item.fact.manifests).toMatchObject([
    { path: 'go.mod', lock: 'not-needed' },
    { path: 'package.json', lock: 'unknown' },
  ]);
  expect(item.fact.unread).toMatchObject([{ path: 'package.json' }]);
});

test('components are capped, and the cut is named', async () => {
  const packages = Object.fromEntries(
    Array.from({ length: 50_010 }, (_, index) => [`node_modules/p${index}`, { version: '1.0.0' }]),
  );
  const files = { 'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }) };
  const repository = memorySnapshot(files);
  const [item] = await dependencyInventoryCollector.collect(collectorInput({}, { repository }));
  if (item?.kind !== 'dependency-inventory' || item.state !== 'found') throw new Error('not found');
  expect(item.fact.components).toHaveLength(50_000);
  expect(item.fact.unread).toEqual([{ path: '', because: '10 components beyond the first 50000 are left out' }]);
});
