// SPDX-License-Identifier: Apache-2.0
import { checkCrosswalk } from '@plumbline/core/catalog/check-crosswalk';
import { expect, test } from 'vitest';
import { schemaValidator } from '../testing/schema-validator.ts';
import { shippedCatalog, shippedCrosswalk, shippedCrosswalks } from '../testing/shipped-catalog.ts';
import { renderOscalMapping } from './render-oscal-mapping.ts';

const options = { modifiedAt: '2026-11-22T12:00:00Z', toolVersion: '0.1.0' };
const complain = schemaValidator('schemas/oscal-1.2.1/oscal_mapping_schema.json');
const crosswalks = shippedCrosswalks();

type Map = { uuid: string; sources: { 'id-ref': string }[]; targets: { 'id-ref': string }[] };
type Mapping = { props: { name: string; value: string }[]; maps: Map[]; remarks?: string };

const mappingsOf = (text: string): Mapping[] => JSON.parse(text)['mapping-collection'].mappings;

test.each(['ssdf-1.1', 'ssdf-1.2-draft'])('the crosswalks of %s are a valid mapping collection', (id) => {
  const catalog = shippedCatalog(id);
  const text = renderOscalMapping(catalog, crosswalks, options);
  expect(complain(text)).toEqual([]);
  const followed = crosswalks
    .filter(({ covers }) => covers === id)
    .flatMap((crosswalk) => checkCrosswalk(catalog, crosswalk).filter(({ valid }) => valid));
  const maps = mappingsOf(text).flatMap((mapping) => mapping.maps);
  expect(maps.length).toBe(followed.length);
  expect(new Set(maps.map(({ uuid }) => uuid)).size).toBe(maps.length);
  expect(
    maps.flatMap(({ sources }) => sources).filter((source) => catalog.levelOf(source['id-ref']) === undefined),
  ).toEqual([]);
});

test('a row with an id that does not exist is named and does not become a map', () => {
  const osps = shippedCrosswalk('osps-baseline');
  const [mapping] = mappingsOf(renderOscalMapping(shippedCatalog('ssdf-1.1'), [osps], options));
  expect(mapping?.remarks).toContain('P0.3.1 to OSPS-BR-07');
  const ofControl = mapping?.maps.filter(({ targets }) => targets[0]?.['id-ref'] === 'OSPS-BR-07') ?? [];
  expect(ofControl.map(({ sources }) => sources[0]?.['id-ref'])).not.toContain('PO.3.1');
});

test('a row given for a group stands for its practices', () => {
  const osps = { ...shippedCrosswalk('osps-baseline'), rows: [{ ssdf: 'PS', ref: 'OSPS-AC-01' }] };
  const text = renderOscalMapping(shippedCatalog('ssdf-1.1'), [osps], options);
  expect(complain(text)).toEqual([]);
  expect(mappingsOf(text)[0]?.maps[0]?.sources.map((source) => source['id-ref'])).toEqual(['PS.1', 'PS.2', 'PS.3']);
});

test('a framework without crosswalks is refused', () => {
  expect(() => renderOscalMapping(shippedCatalog('ssdf-218A'), crosswalks, options)).toThrow(
    'no crosswalk covers ssdf-218A',
  );
});
