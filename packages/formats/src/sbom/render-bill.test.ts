// SPDX-License-Identifier: Apache-2.0
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { billSchemas } from '../testing/bill-schemas.ts';
import { aBill, aComponent } from './fixtures.ts';
import { readBill } from './read-bill.ts';
import { billFormats } from './bill-formats.ts';
import { renderBill } from './render-bill.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/u;

const bare: BillOfMaterials = {
  subject: {
    name: 'bare',
    version: null,
    purl: null,
    supplier: null,
    repository: null,
    commit: null,
    hashes: [],
    license: null,
    dependsOn: [],
    complete: false,
  },
  context: null,
  createdAt: '2026-01-01T00:00:00Z',
  tool: { name: 'plumbline', version: '0.1.0' },
  author: null,
  components: [],
  remarks: [],
};

function read(text: string): BillOfMaterials {
  const result = readBill(bytesOf(text));
  const [bill] = result.state === 'parsed' ? result.found : [];
  if (bill === undefined) throw new Error('not read');
  return bill;
}

describe.each(billFormats)('%s', (format) => {
  test.each([
    ['everything', aBill],
    ['nothing', bare],
    ['another context', { ...aBill, context: 'analyzed' as const }],
  ])('what is written of a bill with %s is valid, and read back the same', (_, bill) => {
    const text = renderBill(bill, format);
    expect(billSchemas[format](text)).toEqual([]);
    expect(read(text)).toEqual(bill);
  });

  test('the schema refuses what is none', () => {
    const broken = renderBill(aBill, format).replaceAll(/"(?:bomFormat|dataLicense|createdBy)"/gu, '"other"');
    expect(billSchemas[format](broken)).not.toEqual([]);
  });

  test('the same bill gives the same bytes, another one another identifier', () => {
    expect(renderBill(aBill, format)).toBe(renderBill(structuredClone(aBill), format));
    const ids = [aBill, { ...aBill, author: 'Somebody else' }].map((bill) => uuid.exec(renderBill(bill, format))?.[0]);
    expect(ids[0]).toBeDefined();
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('hashes of archives are of the component', () => {
    const file = 'a-1.0.0-py3-none-any.whl';
    const hashes = [{ algorithm: 'sha256', value: 'b'.repeat(64), file }] as const;
    const text = renderBill({ ...aBill, components: [aComponent({ hashes })] }, format);
    expect(billSchemas[format](text)).toEqual([]);
    const [first] = read(text).components;
    // SPDX 2.3 has no place for the name
    expect(first?.hashes).toEqual(format === 'spdx-2.3' ? [{ ...hashes[0], file: null }] : hashes);
  });

  test('text that is hostile stays text', () => {
    const hostile = '\u0000\ud800"}],\u202e<script>';
    const bill = {
      ...aBill,
      components: [aComponent({ name: hostile, purl: null, version: hostile, license: hostile, foundIn: [hostile] })],
    };
    expect(billSchemas[format](renderBill(bill, format))).toEqual([]);
  });
});

test('whatever a document holds, reading it ends with a bill or a reason', () => {
  const texts = billFormats.map((format) => renderBill(aBill, format));
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.string({ maxLength: 4 }), (text, at, put) => {
      const place = at % text.length;
      const result = readBill(bytesOf(text.slice(0, place) + put + text.slice(place + 1)));
      expect(['parsed', 'failed']).toContain(result.state);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('components', 'packages', '@graph', 'relationships', 'metadata'),
      (value, member) => {
        for (const head of [
          { bomFormat: 'CycloneDX', specVersion: '1.7' },
          { spdxVersion: 'SPDX-2.3' },
          { '@context': 'https://spdx.org/rdf/3.0.1/x' },
        ])
          expect(['parsed', 'failed']).toContain(readBill(bytesOf({ ...head, [member]: value })).state);
      },
    ),
  );
});

test('components that need themselves, each other, and what is not there', () => {
  const [one, other] = ['pkg:npm/a@1', 'pkg:npm/b@1'];
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.7',
    components: [one, other].map((purl) => ({ type: 'library', 'bom-ref': purl, name: purl, purl })),
    dependencies: [
      { ref: one, dependsOn: [one, other, 'nowhere', other] },
      { ref: other, dependsOn: [one] },
    ],
  };
  expect(read(JSON.stringify(document)).components.map(({ dependsOn }) => dependsOn)).toEqual([[other], [one]]);
});
