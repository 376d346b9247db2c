// SPDX-License-Identifier: Apache-2.0
import type { BillHash, BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { describe, expect, test } from 'vitest';
import { type BillCheck, checkBill } from './check-bill.ts';
import { diffBills } from './diff-bills.ts';
import { bill, component } from './fixtures.ts';
import { type Reconciliation, reconcile } from './reconcile.ts';

const sha = (digit: string): readonly BillHash[] => [{ algorithm: 'sha256', value: digit.repeat(64), file: null }];
const names = ({ missing, extra, versions, contents }: Reconciliation): object => ({
  missing: missing.map(({ name }) => name),
  extra: extra.map(({ name }) => name),
  versions: versions.map(({ name, listed, found }) => `${name} ${listed.join()} ${found.join()}`),
  contents: contents.map(({ name }) => name),
});
const agreed = { missing: [], extra: [], versions: [], contents: [] };

describe('a bill against what is there', () => {
  test('the same, spelled otherwise', () => {
    const stated = bill([
      component('@s/a@1.0.0', { purl: 'pkg:npm/@s/a@1.0.0' }),
      component('example.org/x@1.2.3', { purl: 'pkg:golang/example.org/x@1.2.3', version: '1.2.3' }),
    ]);
    const found = bill([
      component('@s/a@1.0.0'),
      component('example.org/x@v1.2.3', { purl: 'pkg:golang/example.org/x@v1.2.3', version: 'v1.2.3' }),
    ]);
    expect(names(reconcile(stated, found))).toEqual(agreed);
  });

  test('missing, extra, other versions, other content', () => {
    const stated = bill([
      component('b@1.0.0'),
      component('c@1.0.0', { hashes: sha('a') }),
      component('e@1.0.0'),
      component('own@1.0.0'),
      component('zlib@1', { purl: 'pkg:deb/debian/zlib@1' }),
    ]);
    const found = bill([
      component('a@1.0.0'),
      component('b@2.0.0'),
      component('c@1.0.0', { hashes: sha('b') }),
      component('dev@1.0.0', { scope: 'development' }),
    ]);
    expect(names(reconcile(stated, found, ['pkg:npm/own']))).toEqual({
      missing: ['a'],
      extra: ['e'],
      versions: ['b 1.0.0 2.0.0'],
      contents: ['c 1.0.0'],
    });
  });

  test('one of two versions is too few, unless the other is for development', () => {
    const found = bill([component('a@1.0.0'), component('a@2.0.0', { scope: 'development' })]);
    expect(names(reconcile(bill([component('a@1.0.0')]), found))).toEqual(agreed);
    expect(names(reconcile(bill([component('a@2.0.0')]), found))).toMatchObject({ versions: ['a 2.0.0 1.0.0,2.0.0'] });
  });
});

const check = (part: {
  problems?: string[];
  gaps?: string[];
  against?: BillOfMaterials;
  allow?: string[];
  bill?: BillOfMaterials;
}): BillCheck =>
  checkBill({
    document: {
      format: 'spdx',
      specVersion: '2.3',
      components: [],
      problems: part.problems ?? [],
      gaps: (part.gaps ?? []).map((element) => ({ element, missing: 1 })),
    },
    bill: part.bill ?? bill([component('a@1.0.0')]),
    against: part.against === undefined ? [] : [{ what: 'x', bill: part.against, own: [] }],
    allowed: new Set(part.allow),
  });

const openEnded: BillOfMaterials = { ...bill([]), subject: { ...bill([]).subject, complete: false } };

describe('whether a bill holds', () => {
  test.each([
    ['nothing against it', {}, true],
    ['a clause', { problems: ['SPDX 2 §7.1'] }, false],
    ['an element', { gaps: ['supplier'] }, false],
    ['an element that may be missing', { gaps: ['supplier'], allow: ['supplier'] }, true],
    ['it is what is there', { against: bill([component('a@1.0.0')]) }, true],
    ['it is not what is there', { against: bill([component('b@1.0.0')]) }, false],
    ['not all could be read', { against: bill([component('a@1.0.0')], { remarks: ['go.sum: too large'] }) }, null],
    ['it lists nothing, and does not say that this is all', { bill: openEnded }, null],
    ['it lists nothing, and says that there is nothing', { bill: bill([]) }, true],
    ['it lists nothing, as what it is of does', { bill: openEnded, against: bill([]) }, true],
    ['nor is what could be', { against: bill([], { remarks: ['go.sum: too large'] }), problems: ['x'] }, false],
  ])('%s', (_, part, holds) => {
    expect(check(part).holds).toBe(holds);
  });

  test('it is said who asks for what', () => {
    expect(check({ gaps: ['supplier', 'license'] }).elements.map(({ askedBy }) => askedBy)).toEqual([
      'NTIA 2021',
      'CISA 2025',
    ]);
  });
});

describe('what changed', () => {
  test('added, removed, other versions, licences, scopes, content; what one side does not say is no change', () => {
    const diff = diffBills(
      bill([
        component('gone@1.0.0'),
        component('same@1.0.0', { license: 'MIT' }),
        component('newer@1.0.0'),
        component('relicensed@1.0.0', { license: 'MIT' }),
        component('swapped@1.0.0', { hashes: sha('a') }),
        component('rescoped@1.0.0', { scope: 'development' }),
      ]),
      bill([
        component('new@1.0.0'),
        component('same@1.0.0', { hashes: sha('a') }),
        component('newer@2.0.0'),
        component('relicensed@1.0.0', { license: 'BUSL-1.1' }),
        component('swapped@1.0.0', { hashes: sha('b') }),
        component('rescoped@1.0.0', { scope: 'runtime' }),
      ]),
    );
    expect(diff.added.map(({ name }) => name)).toEqual(['new']);
    expect(diff.removed.map(({ name }) => name)).toEqual(['gone']);
    expect(
      diff.changed.map(({ name, versions, license, scope, content }) => [name, versions, license, scope, content]),
    ).toEqual([
      ['newer', true, false, false, false],
      ['relicensed', false, true, false, false],
      ['swapped', false, false, false, true],
      ['rescoped', false, false, true, false],
    ]);
    expect(diff.same).toBe(1);
  });

  test('a bill and itself', () => {
    const one = bill([component('a@1.0.0'), component('a@2.0.0')]);
    expect(diffBills(one, one)).toEqual({ added: [], removed: [], changed: [], same: 2 });
  });
});
