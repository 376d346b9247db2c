// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAliasGraph } from './alias-graph.ts';

test('ids are joined over advisories, and the CVE id is preferred', () => {
  const graph = createAliasGraph([
    ['PYSEC-2023-74', 'GHSA-j8r2-6x86-q33q'],
    ['ghsa-J8R2-6x86-q33q', 'cve-2023-32681'],
  ]);
  expect(graph.all('PYSEC-2023-74')).toEqual(['CVE-2023-32681', 'GHSA-j8r2-6x86-q33q', 'PYSEC-2023-74']);
  expect(graph.canonical('CVE-2023-32681')).toBe('CVE-2023-32681');
  expect(graph.canonical('GHSA-J8R2-6X86-Q33Q')).toBe('CVE-2023-32681');
  expect(graph.canonical('unheard-of')).toBe('unheard-of');
});

test('the notice of a vendor about several vulnerabilities joins nothing', () => {
  const graph = createAliasGraph([['RHSA-2024:1', 'CVE-2024-1', 'CVE-2024-2']]);
  expect(graph.canonical('RHSA-2024:1')).toBe('RHSA-2024:1');
  expect(graph.all('CVE-2024-1')).toEqual(['CVE-2024-1']);
});

test('two CVE ids are never one, by whatever way, and in whatever order the lists come', () => {
  const id = fc.constantFrom('CVE-1-1', 'CVE-1-2', 'CVE-1-3', 'GHSA-a', 'GHSA-b', 'PYSEC-1', 'GO-1', 'OSV-1');
  const lists = fc.array(fc.array(id, { maxLength: 4 }), { maxLength: 12 });
  fc.assert(
    fc.property(lists, (given) => {
      const graph = createAliasGraph(given);
      const backwards = createAliasGraph([...given].reverse());
      for (const one of given.flat()) {
        expect(graph.all(one).filter((each) => each.startsWith('CVE-')).length).toBeLessThanOrEqual(1);
        expect(backwards.all(one)).toEqual(graph.all(one));
        for (const alias of graph.all(one)) expect(graph.canonical(alias)).toBe(graph.canonical(one));
      }
    }),
  );
});
