// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { lookUpId } from './look-up-id.ts';
import { sampleCatalog, sampleFramework } from './testing/sample-catalog.ts';

const catalog = sampleCatalog();
const profile = sampleCatalog({
  id: 'profile-A',
  retiredIdentifiers: [],
  groups: [
    {
      ...sampleFramework.groups[1],
      practices: [
        {
          id: 'PW.3',
          name: 'Confirm Data',
          description: 'Confirm.',
          tasks: [{ id: 'PW.3.1', statement: 'Analyze data.' }],
        },
      ],
    },
  ],
});

test.each([
  [' pw.7.2 ', 'task'],
  ['PW.7', 'practice'],
  ['PW', 'group'],
  ['PW.3.1', 'retired'],
  ['PW 7.2', 'unknown'],
  ['PW.7.2.1', 'unknown'],
])('%j names a thing of kind %s', (typed, kind) => {
  expect(lookUpId(catalog, typed).kind).toBe(kind);
});

test('a retired id says where it went, and who uses the same id for something else', () => {
  const found = lookUpId(catalog, 'PW.3.1', [catalog, profile]);
  expect(found.kind === 'retired' && found.retired.movedTo).toEqual(['PO.1.3']);
  expect(found.elsewhere.map(({ id }) => id)).toEqual(['profile-A']);
});

test('the same id in a profile is a task there', () => {
  const found = lookUpId(profile, 'PW.3.1', [catalog]);
  expect(found.kind === 'task' && found.task.statement).toBe('Analyze data.');
  expect(found.elsewhere).toEqual([]);
});
