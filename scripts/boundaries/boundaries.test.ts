// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { type Boundary, boundaryTable } from './boundary-table.ts';
import { declarationFaults, documentationFaults } from './declaration-faults.ts';
import { importFault } from './import-fault.ts';
import { importsIn } from './read-package.ts';

const boundaryOf = (name: string): Boundary => {
  const boundary = boundaryTable[name];
  if (boundary === undefined) throw new TypeError(`no package ${name}`);
  return boundary;
};
const fault = (file: string, imported: string): string | null => {
  const name = file.split('/')[1] ?? '';
  return importFault({ name, file, imported }, boundaryOf(name));
};
const adapter = (from: string, to: string): string | null => fault(`packages/adapters/src/${from}`, to);

test('the graph of packages is one way', () => {
  const reaches = (from: string): readonly string[] =>
    boundaryOf(from).packages.flatMap((to) => (to in boundaryTable ? [to, ...reaches(to)] : [to]));
  for (const name of Object.keys(boundaryTable)) expect(reaches(name), name).not.toContain(name);
});

test.each([
  ['packages/formats/src/a/b.ts', '@plumbline/reports/x', 'formats must not import reports'],
  ['packages/findings/src/a.ts', '@plumbline/formats/x', 'findings must not import formats'],
  ['packages/engine/src/a.ts', '@plumbline/adapters/x', 'engine must not import adapters'],
  ['packages/policy/src/a.ts', 'node:fs', 'policy is pure and must not import node:fs'],
  ['packages/core/src/a.ts', 'fs', 'core is pure and must not import fs'],
  ['packages/adapters/src/state/a.ts', 'axios', 'adapters must not import axios'],
  ['packages/adapters/src/state/a.ts', '@scope/name/deep', 'adapters must not import @scope/name'],
])('%s may not import %s', (file, imported, said) => {
  expect(fault(file, imported)).toBe(said);
});

test.each([
  ['packages/policy/src/a.ts', '@plumbline/findings/x'],
  ['packages/policy/src/a.ts', '@bufbuild/cel/ext/strings'],
  ['packages/reports/src/a.ts', '@plumbline/formats/x'],
  ['packages/reports/src/a.test.ts', 'vitest'],
  ['packages/adapters/src/state/a.ts', 'node:fs'],
])('%s may import %s', (file, imported) => {
  expect(fault(file, imported)).toBeNull();
});

test('a test crosses no border of packages', () => {
  expect(fault('packages/formats/src/a.test.ts', '@plumbline/reports/x')).toBe('formats must not import reports');
});

test('one adapter never imports another; all may import platform', () => {
  expect(adapter('collectors/git-history/a.ts', '../../scanners/secrets/b.ts')).toBe(
    'adapter collectors/git-history must not import adapter scanners/secrets',
  );
  expect(adapter('collectors/git-history/a.ts', '../git-releases/b.ts')).toMatch(/must not import/u);
  expect(adapter('collectors/git-history/a.ts', '@plumbline/adapters/collectors/git-releases/b')).toMatch(/must not/u);
  expect(adapter('platform/git/a.ts', '../../collectors/git-history/b.ts')).toMatch(/platform must not import/u);
  expect(adapter('collectors/git-history/deep/a.ts', '../b.ts')).toBeNull();
  expect(adapter('collectors/git-history/a.ts', '../../platform/git/b.ts')).toBeNull();
  expect(adapter('generated/collectors.ts', '../collectors/git-history/b.ts')).toBeNull();
  expect(adapter('collectors/git-history/a.test.ts', '../../testing/b.ts')).toBeNull();
  expect(adapter('feeds/sync/a.ts', '../store/b.ts')).toBeNull();
  expect(adapter('collectors/git-history/a.ts', '../../feeds/store/b.ts')).toMatch(/must not import adapter feeds/u);
  expect(adapter('collectors/git-history/a.ts', '../../testing/b.ts')).toMatch(/must not import adapter testing/u);
  expect(adapter('scanners/ours/a.ts', '../embedded/b.ts')).toBeNull();
  expect(adapter('collectors/git-history/a.ts', '../../scanners/embedded/b.ts')).toMatch(/must not/u);
});

test('package.json and the table are compared both ways', () => {
  const boundary: Boundary = { packages: ['core'], libraries: ['yaml'], node: false };
  const declared = { dependencies: ['@plumbline/core', '@plumbline/web', 'left-pad'], references: ['core', 'cli'] };
  expect(declarationFaults('x', boundary, declared)).toEqual([
    'packages/x/package.json lists web',
    'packages/x/tsconfig.json references cli',
    'packages/x/package.json does not list yaml, which the table of boundaries does',
    'packages/x/package.json lists left-pad, which the table of boundaries does not',
  ]);
});

test('docs/dependencies.md and the table are compared both ways', () => {
  const table: readonly Boundary[] = [{ packages: [], libraries: ['yaml', '@a/b', '@a/c'], node: false }];
  const document =
    '# Dependencies\n\n## Runs\n\n| package | why |\n|---|---|\n| @a/b, @a/c | x |\n| diff | y |\n\n## Builds\n\n| esbuild | z |\n';
  expect(documentationFaults(table, document)).toEqual([
    'docs/dependencies.md does not say why yaml is used',
    'docs/dependencies.md describes diff, which no package may import',
  ]);
});

test('imports are found wherever they can stand', () => {
  const text = `import a from 'a';\nimport type { B } from 'b';\nimport {\n  c,\n} from 'c';\nexport { d } from 'd';\nimport 'e';\nconst f = await import('f');\nconst g = "import 'x'";\n`;
  expect(importsIn(text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});
