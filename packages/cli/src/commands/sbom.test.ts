// SPDX-License-Identifier: Apache-2.0
import { billGenerators } from '@plumbline/adapters/bill-generators/bill-generators';
import { expect, test } from 'vitest';
import { generatorNames } from './sbom.ts';

test('the help names the generators that there are', () => {
  expect(generatorNames).toEqual(billGenerators.map(({ id }) => id));
});
