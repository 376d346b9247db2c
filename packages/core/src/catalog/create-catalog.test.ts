// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { countFramework } from './count-framework.ts';
import { sampleCatalog } from './testing/sample-catalog.ts';

const catalog = sampleCatalog();

test('tasks stand in catalog order', () => {
  expect(catalog.tasks.map(({ id }) => id)).toEqual(['PO.1.1', 'PO.1.3', 'PW.7.1', 'PW.7.2']);
});

test('a task knows its practice and its group', () => {
  expect(catalog.practiceOfTask('PW.7.2')?.id).toBe('PW.7');
  expect(catalog.groupOfTask('PW.7.2')?.id).toBe('PW');
});

test('an id has one level, and a retired or foreign id has none', () => {
  expect(['PW.7.2', 'PW.7', 'PW', 'PW.3.1', 'PW 7.2', 'pw.7.2'].map(catalog.levelOf)).toEqual([
    'task',
    'practice',
    'group',
    undefined,
    undefined,
    undefined,
  ]);
  expect(catalog.retired('PW.3.1')?.movedTo).toEqual(['PO.1.3']);
});

test('what is counted is what is there', () => {
  expect(countFramework(catalog.framework)).toEqual({
    groups: 2,
    practices: 2,
    tasks: 4,
    examples: 1,
    items: 0,
    referenceLines: 1,
    referenceDocuments: 1,
  });
});
