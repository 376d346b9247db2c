// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseCsaf } from './parse-csaf.ts';

const vulnerability = {
  cve: 'CVE-2026-1',
  product_status: { known_not_affected: ['A', 'B', 'C'], known_affected: ['D'], fixed: ['E'], recommended: ['E'] },
  flags: [{ label: 'component_not_present', product_ids: ['A'] }],
  threats: [
    { category: 'impact', details: 'It is never called.', group_ids: ['G'] },
    { category: 'exploit_status', details: 'none', product_ids: ['A'] },
  ],
  remediations: [{ category: 'vendor_fix', details: 'Update to 2.0.', product_ids: ['D'] }],
};
const document = {
  document: {
    category: 'csaf_vex',
    csaf_version: '2.0',
    publisher: { name: 'Us' },
    tracking: {
      current_release_date: '2026-06-30T12:00:00+02:00',
      generator: { engine: { name: 'Secvisogram', version: '2.6.0' } },
    },
  },
  product_tree: {
    branches: [
      {
        category: 'vendor',
        branches: [
          { product: { product_id: 'A', name: 'a', product_identification_helper: { purl: 'pkg:npm/a@1' } } },
          { product: { product_id: 'B', name: 'b', product_identification_helper: { cpe: 'cpe:/a:us:b:1' } } },
        ],
      },
    ],
    full_product_names: [
      { product_id: 'C', name: 'Product C' },
      { product_id: 'D', name: 'd', product_identification_helper: { purls: ['pkg:npm/d@1', 'pkg:npm/d@1?x=y'] } },
    ],
    relationships: [
      {
        category: 'default_component_of',
        product_reference: 'A',
        relates_to_product_reference: 'C',
        full_product_name: { product_id: 'E', name: 'a as part of c' },
      },
    ],
    product_groups: [{ group_id: 'G', product_ids: ['B', 'C'] }],
  },
  vulnerabilities: [vulnerability],
};

test('statements by status and reason, products by package URL, CPE or name', () => {
  expect(parseCsaf(bytesOf(document))).toEqual({
    state: 'parsed',
    found: [
      {
        format: 'csaf',
        tool: 'Secvisogram',
        toolVersion: '2.6.0',
        commit: null,
        completed: true,
        finishedAt: '2026-06-30T10:00:00Z',
        author: 'Us',
        statements: [
          { vulnerability: 'CVE-2026-1', status: 'fixed', products: ['pkg:npm/a@1'], justification: null },
          {
            vulnerability: 'CVE-2026-1',
            status: 'affected',
            products: ['pkg:npm/d@1', 'pkg:npm/d@1?x=y'],
            justification: null,
            detail: 'vendor_fix: Update to 2.0.',
          },
          {
            vulnerability: 'CVE-2026-1',
            status: 'not_affected',
            products: ['pkg:npm/a@1'],
            justification: 'component_not_present',
          },
          {
            vulnerability: 'CVE-2026-1',
            status: 'not_affected',
            products: ['cpe:/a:us:b:1', 'Product C'],
            justification: null,
            detail: 'It is never called.',
          },
        ],
        problems: [],
      },
    ],
  });
});

test.each([
  ['no id', { ...vulnerability, cve: undefined }, [expect.stringMatching(/6\.1\.27\.8/)], 0],
  ['an id that is no CVE', { ...vulnerability, cve: undefined, ids: [{ system_name: 'Us', text: 'US-1' }] }, [], 4],
  ['not affected without a reason', { ...vulnerability, flags: [] }, [expect.stringMatching(/6\.1\.27\.9/)], 4],
  ['affected without an action', { ...vulnerability, remediations: [] }, [expect.stringMatching(/6\.1\.27\.10/)], 4],
  [
    'a product that is not defined',
    { cve: 'CVE-2026-1', product_status: { fixed: ['?'] } },
    [expect.stringMatching(/6\.1\.1:/)],
    1,
  ],
  ['no status', { cve: 'CVE-2026-1', product_status: {} }, [expect.stringMatching(/6\.1\.27\.7/)], 0],
])('%s', (_, changed, problems, statements) => {
  const parsed = parseCsaf(bytesOf({ ...document, vulnerabilities: [changed] }));
  expect(parsed).toMatchObject({ found: [{ problems }] });
  expect(parsed.state === 'parsed' && parsed.found[0]?.statements.length).toBe(statements);
});

test('other documents are refused', () => {
  expect(parseCsaf(bytesOf({ document: {} }))).toMatchObject({ fault: { code: 'unknown-format' } });
  expect(parseCsaf(bytesOf({ document: { csaf_version: '1.2' } }))).toMatchObject({
    fault: { because: 'CSAF 1.2 is not read, only 2.0 and 2.1' },
  });
});

test('groups times entries is bounded, and it is said', () => {
  const members = Array.from({ length: 2000 }, (_, index) => `P${index}`);
  const flags = Array.from({ length: 2000 }, () => ({ label: 'component_not_present', group_ids: ['G'] }));
  const parsed = parseCsaf(
    bytesOf({
      ...document,
      product_tree: { product_groups: [{ group_id: 'G', product_ids: members }] },
      vulnerabilities: [{ ...vulnerability, flags }],
    }),
  );
  expect(parsed).toMatchObject({
    found: [{ problems: expect.arrayContaining([expect.stringMatching(/product_groups: more members/)]) }],
  });
});
