// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { renderOscalCatalog } from '../oscal/render-oscal-catalog.ts';
import { schemaValidator } from './schema-validator.ts';
import { shippedCatalog } from './shipped-catalog.ts';

const complain = schemaValidator('schemas/oscal-1.2.1/oscal_catalog_schema.json');
const valid = renderOscalCatalog(shippedCatalog('ssdf-1.1').framework, {
  modifiedAt: '2026-11-22T12:00:00Z',
  toolVersion: '0.1.0',
});

test.each([
  ['a time without an offset', '2026-11-22T12:00:00Z', '2026-11-22T12:00:00'],
  ['an id that is no token', '"id": "PO.1.1"', '"id": "PO 1.1"'],
  ['a member that OSCAL does not have', '"class": "task"', '"clazz": "task"'],
  ['a list that is empty', '"resources": [', '"resources": [], "other": ['],
])('the validator sees %s', (_, from, to) => {
  expect(complain(valid)).toEqual([]);
  expect(complain(valid.replace(from, to))).not.toEqual([]);
});
