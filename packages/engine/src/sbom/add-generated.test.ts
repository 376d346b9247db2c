// SPDX-License-Identifier: Apache-2.0
import { aBill, aComponent } from '@plumbline/formats/sbom/fixtures';
import type { BillComponent, BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { expect, test } from 'vitest';
import { addGenerated, type WithGenerated } from './add-generated.ts';

const tool = { name: 'other', version: '1.0.0' };

const ours: BillOfMaterials = {
  ...aBill,
  subject: { ...aBill.subject, dependsOn: ['pkg:npm/a@1.0.0'], complete: true },
  components: [
    aComponent({ name: 'a', license: null, dependsOn: ['pkg:npm/b@2.0.0'] }),
    aComponent({ name: 'b', version: '2.0.0', hashes: [], dependsOn: null }),
  ],
};

const added = (...components: readonly BillComponent[]): WithGenerated =>
  addGenerated(ours, [{ tool, bills: [{ ...aBill, components }] }], ['pkg:github/owner/product']);

test('what is not there comes in, and hangs on the product where nothing leads to it', () => {
  const { bill, compared } = added(
    aComponent({ name: 'b', version: '2.0.0', dependsOn: ['pkg:npm/c@3.0.0'] }),
    aComponent({ name: 'c', version: '3.0.0' }),
    aComponent({ name: 'loose', version: '1.0.0' }),
  );
  expect(bill.components.map(({ ref, dependsOn }) => [ref, dependsOn])).toEqual([
    ['pkg:npm/a@1.0.0', ['pkg:npm/b@2.0.0']],
    ['pkg:npm/b@2.0.0', ['pkg:npm/c@3.0.0']],
    ['pkg:npm/c@3.0.0', []],
    ['pkg:npm/loose@1.0.0', []],
  ]);
  expect(bill.subject).toMatchObject({ dependsOn: ['pkg:npm/a@1.0.0', 'pkg:npm/loose@1.0.0'], complete: false });
  expect(bill.generators).toEqual([tool]);
  expect(compared[0]?.extra.map(({ name }) => name)).toEqual(['c', 'loose']);
  expect(compared[0]?.missing.map(({ name }) => name)).toEqual(['a']);
});

test('what a lockfile states stands, and what it leaves open is filled in', () => {
  const other = { algorithm: 'sha256', value: 'f'.repeat(64), file: null } as const;
  const { bill, compared } = added(
    aComponent({ name: 'a', license: 'ISC', supplier: 'A Ltd', hashes: [other] }),
    aComponent({ name: 'b', version: '2.0.0', hashes: [other] }),
  );
  const [a, b] = bill.components;
  expect(a).toMatchObject({ license: 'ISC', supplier: 'A Ltd', hashes: ours.components[0]?.hashes });
  expect(b?.hashes).toEqual([other]);
  expect(compared[0]?.contents.map(({ name }) => name)).toEqual(['a 1.0.0']);
});

test('another spelling of the same is no other component', () => {
  const { bill } = added(
    aComponent({ name: 'a', purl: 'pkg:npm/a@1.0.0?vcs_url=git%2Bhttps://example.org/a', ref: 'x' }),
    aComponent({ name: 'a', version: null, purl: 'pkg:npm/a', ref: 'pkg:npm/a' }),
    aComponent({ name: 'owner/product', version: '1.2.3', purl: 'pkg:github/owner/product@1.2.3', ref: 'y' }),
    aComponent({ name: 'file', purl: null, ref: 'z' }),
  );
  expect(bill.components.map(({ ref }) => ref)).toEqual(['pkg:npm/a@1.0.0', 'pkg:npm/b@2.0.0']);
});

test('a generator that finds the same leaves the bill as it was, but for its name', () => {
  const { bill, compared } = added(...ours.components);
  expect(bill).toEqual({ ...ours, generators: [tool] });
  expect(compared).toMatchObject([{ missing: [], extra: [], versions: [], contents: [], listed: 2 }]);
});
