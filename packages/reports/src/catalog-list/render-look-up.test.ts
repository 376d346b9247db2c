// SPDX-License-Identifier: Apache-2.0
import { lookUpId } from '@plumbline/core/catalog/look-up-id';
import { sampleCatalog } from '@plumbline/core/catalog/testing/sample-catalog';
import { expect, test } from 'vitest';
import { plainStyle } from '../text/style.ts';
import { renderLookUp } from './render-look-up.ts';

const catalog = sampleCatalog();
const other = sampleCatalog({ id: 'sample-2' });
const words = (typed: string): string =>
  renderLookUp(lookUpId(catalog, typed), catalog.framework, { width: 200, style: plainStyle });

test.each([
  ['PW.3.1', 'PW.3.1 is retired in sample-1. It moved to PO.1.3.\n'],
  ['PW.7.2', 'PW.7.2 is a task of sample-1, below PW.7 Review Code.\n'],
  ['PW.7', 'PW.7 is a practice of sample-1: Review Code. Its tasks: PW.7.1, PW.7.2.\n'],
  ['PW', 'PW is a group of sample-1: Produce Well-Secured Software. Its practices: PW.7.\n'],
  ['PW.99', 'PW.99 is not an id of sample-1.\n'],
  ['\u001b[2J', '⟨U+001B⟩[2J is not an id of sample-1.\n'],
])('%j', (typed, text) => {
  expect(words(typed)).toBe(text);
});

test('warns of the same id in another framework', () => {
  const found = lookUpId(catalog, 'PW.7', [other]);
  expect(renderLookUp(found, catalog.framework, { width: 200, style: plainStyle })).toContain(
    'also stands in sample-2',
  );
});
