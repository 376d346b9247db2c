// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plumbline/core/findings/finding';
import { expect, test } from 'vitest';
import { type KnownBase, newFindings } from './new-findings.ts';

const finding = {
  id: 'plf-1',
  otherIds: [],
  kind: 'code',
  state: 'open',
  place: { path: 'src/a.ts', startLine: 1 },
  component: null,
  sightings: [{ tool: 'Semgrep', result: { places: [{ path: 'src/a.ts', startLine: 1 }] } }],
} as unknown as Finding; // no more of it is read

const base: KnownBase = {
  findings: [],
  tools: new Set(),
  files: new Set(['src/a.ts', 'src/b.ts']),
  changed: new Set(['src/b.ts']),
  components: {
    base: new Set(['pkg:npm/old@1.0.0']),
    head: new Set(['pkg:npm/old@1.0.0', 'pkg:npm/%40scope/new@2.0.0']),
  },
};
const isNew = (change: object, known: Partial<KnownBase> | null = {}): boolean | undefined =>
  newFindings([{ ...finding, ...change } as Finding], known === null ? null : { ...base, ...known }).get('plf-1');

const leadsFrom = (path: string): object => ({
  sightings: [{ tool: 'Semgrep', result: { places: [{ path: 'src/a.ts' }, { path }] } }],
});
const ofComponent = (purl: string): object => ({ kind: 'component', component: { name: 'x', purl }, place: null });
const ranBefore = { tools: new Set(['semgrep']) };

test.each<readonly [string, object, Partial<KnownBase> | null, boolean | undefined]>([
  ['in a file that is left alone', {}, {}, false],
  ['in a file that is changed', { place: { path: 'src/b.ts' } }, {}, undefined],
  ['the same, where its tool ran over the base', { place: { path: 'src/b.ts' } }, ranBefore, true],
  ['where a changed file leads there', leadsFrom('src/b.ts'), ranBefore, true],
  ['where a file outside of the repository leads there', leadsFrom('lib/x.ts'), ranBefore, false],
  ['in a path that is no file of the head', { place: { path: 'a.ts' } }, {}, undefined],
  ['known at the base', { place: { path: 'src/b.ts' } }, { ...ranBefore, findings: [finding] }, false],
  ['in a component that was there', ofComponent('pkg:npm/old@1.0.0?arch=x'), {}, false],
  ['in a component that came', ofComponent('pkg:npm/@scope/new@2.0.0'), {}, true],
  ['in a component that no lockfile has', ofComponent('pkg:deb/debian/zlib@1'), {}, undefined],
  ['in a running application', { kind: 'dynamic', place: null }, {}, undefined],
  ['without any base', {}, null, true],
])('%s', (_, change, known, expected) => {
  expect(isNew(change, known)).toBe(expected);
});
