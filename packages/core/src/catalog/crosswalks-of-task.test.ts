// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { crosswalksOfTask } from './crosswalks-of-task.ts';
import { sampleCatalog } from './testing/sample-catalog.ts';
import { sampleCrosswalk } from './testing/sample-crosswalk.ts';

const catalog = sampleCatalog();
const published = sampleCrosswalk();

test('rows of the practice and the group apply to the task and say so; rows of the task come first', () => {
  const [found] = crosswalksOfTask(catalog, [published], 'PW.7.2');
  expect(found?.links).toEqual([
    { ref: 'OT-2', givenAt: 'task', note: 'In its own words.' },
    { ref: 'OT-1', givenAt: 'practice' },
    { ref: 'OT-3', givenAt: 'group' },
  ]);
});

test('a row with an id that does not exist is shown and not followed', () => {
  const [found] = crosswalksOfTask(catalog, [published], 'PW.7.2');
  expect(found?.flagged.map(({ ssdf, ref }) => `${ssdf} ${ref}`)).toEqual(['PW.7.2 OT_4', 'PW 7.2 OT-5']);
  expect(found?.links.map(({ ref }) => ref)).not.toContain('OT-5');
});

test('published crosswalks come before derived ones; other frameworks and silent crosswalks are left out', () => {
  const derived = sampleCrosswalk({ slug: 'derived', kind: 'derived' });
  const elsewhere = sampleCrosswalk({ slug: 'elsewhere', covers: 'sample-2' });
  const silent = sampleCrosswalk({ slug: 'silent', rows: [{ ssdf: 'PO.1.1', ref: 'OT-1' }] });
  const found = crosswalksOfTask(catalog, [derived, elsewhere, silent, published], 'PW.7.1');
  expect(found.map(({ crosswalk }) => crosswalk.slug)).toEqual(['other', 'derived']);
});

test('a task that the catalog does not have gives nothing', () => {
  expect(crosswalksOfTask(catalog, [published], 'PW.3.1')).toEqual([]);
});
