// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { checkCrosswalk } from './check-crosswalk.ts';
import { sampleCatalog } from './testing/sample-catalog.ts';
import { sampleCrosswalk } from './testing/sample-crosswalk.ts';

const catalog = sampleCatalog();

test('every row is kept, in order, with its level or with the reason why it is not followed', () => {
  const judged = checkCrosswalk(catalog, sampleCrosswalk()).map((row) => (row.valid ? row.givenAt : row.reason));
  expect(judged).toEqual([
    'practice',
    'task',
    'group',
    '"OT_4" does not have the form of an id of Other',
    '"PW 7.2" is not an id of sample-1; it probably means PW.7.2',
    'PW.3.1 is retired in sample-1; it moved to PO.1.3',
  ]);
});

test('a list of the other ids judges them, and not only their form', () => {
  const [first, second] = checkCrosswalk(catalog, sampleCrosswalk(), new Set(['OT-1']));
  expect(first?.valid).toBe(true);
  expect(second).toMatchObject({ valid: false, reason: '"OT-2" is not an id of Other' });
});

test('a crosswalk of another framework is refused: its ids may name something else', () => {
  expect(() => checkCrosswalk(catalog, sampleCrosswalk({ covers: 'sample-2' }))).toThrow(
    'other covers sample-2, not sample-1',
  );
});
