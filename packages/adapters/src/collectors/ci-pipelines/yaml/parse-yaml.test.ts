// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { parseYaml } from './parse-yaml.ts';

test('a list that closes too far to the left is read, and what follows keeps its line', () => {
  const parsed = parseYaml('ci.yml', 'matrix:\n  - A: [\n      "x",\n      "y"\n  ]\nscript: {\n  a: 1\n}\nafter: z\n');
  const [map] = parsed.ok ? parsed.documents : [];
  expect(map?.kind === 'map' ? [...map.entries].map(([key, { line }]) => [key, line]) : parsed).toEqual([
    ['matrix', 1],
    ['script', 6],
    ['after', 9],
  ]);
});

test('what is broken otherwise stays refused, with its line', () => {
  expect(parseYaml('ci.yml', 'a: [1,\nb: 2\n')).toMatchObject({ ok: false });
  expect(parseYaml('ci.yml', 'a:\n  - b\n c: d\n')).toMatchObject({ ok: false, line: 3 });
});
