// SPDX-License-Identifier: Apache-2.0
import { countFramework } from '@plumbline/core/catalog/count-framework';
import { expect, test } from 'vitest';
import { schemaValidator } from '../testing/schema-validator.ts';
import { shippedCatalog } from '../testing/shipped-catalog.ts';
import { renderOscalCatalog } from './render-oscal-catalog.ts';

const options = { modifiedAt: '2026-11-22T12:00:00Z', toolVersion: '0.1.0' };
const complain = schemaValidator('schemas/oscal-1.2.1/oscal_catalog_schema.json');

type Control = {
  id: string;
  class: string;
  links?: { href: string }[];
  parts: { id: string; prose: string }[];
  controls?: Control[];
};
type Catalog = {
  groups: { controls: Control[] }[];
  metadata: { version: string; props: { name: string; value: string; remarks?: string }[] };
  'back-matter': { resources: { uuid: string }[] };
};

const render = (id: string): Catalog => JSON.parse(renderOscalCatalog(shippedCatalog(id).framework, options)).catalog;
const tasksOf = (catalog: Catalog): Control[] =>
  catalog.groups.flatMap(({ controls }) => controls.flatMap((practice) => practice.controls ?? []));

test.each(['ssdf-1.1', 'ssdf-1.2-draft', 'ssdf-218A'])('%s is valid OSCAL and holds every task once', (id) => {
  const { framework } = shippedCatalog(id);
  const text = renderOscalCatalog(framework, options);
  expect(complain(text)).toEqual([]);
  const tasks = tasksOf(JSON.parse(text).catalog);
  expect(tasks.length).toBe(countFramework(framework).tasks);
  const ids = tasks.flatMap((task) => task.parts.map((part) => part.id).concat(task.id));
  expect(new Set(ids).size).toBe(ids.length);
});

test('every link leads to a resource of the document', () => {
  const catalog = render('ssdf-1.1');
  const resources = new Set(catalog['back-matter'].resources.map(({ uuid }) => `#${uuid}`));
  const links = tasksOf(catalog).flatMap((task) => (task.links ?? []).map(({ href }) => href));
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((href) => !resources.has(href))).toEqual([]);
});

test('texts are verbatim, and retired ids say where they went', () => {
  const catalog = render('ssdf-1.1');
  const task = tasksOf(catalog).find(({ id }) => id === 'PW.7.2');
  expect(task?.parts[0]).toMatchObject({
    id: 'statement_PW.7.2',
    prose: shippedCatalog('ssdf-1.1').task('PW.7.2')?.statement,
  });
  expect(catalog.metadata.props).toContainEqual(
    expect.objectContaining({ name: 'retired-id', value: 'PW.4.3', remarks: 'moved to PW.1.3' }),
  );
});

test('a draft says that it is one', () => {
  expect(render('ssdf-1.2-draft').metadata.version).toBe('1.2 (initial public draft)');
});

test('the same input gives the same bytes, and another time another document', () => {
  const { framework } = shippedCatalog('ssdf-1.1');
  expect(renderOscalCatalog(framework, options)).toBe(renderOscalCatalog(framework, options));
  const later = JSON.parse(renderOscalCatalog(framework, { ...options, modifiedAt: '2026-11-23T12:00:00Z' }));
  expect(later.catalog.uuid).not.toBe(JSON.parse(renderOscalCatalog(framework, options)).catalog.uuid);
});
