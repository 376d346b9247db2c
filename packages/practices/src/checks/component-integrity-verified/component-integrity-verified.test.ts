// SPDX-License-Identifier: Apache-2.0
import { askCheck } from '@plumbline/core/answers/ask-check';
import { expect, test } from 'vitest';
import { evidenceOf } from '../../testing/check-fixtures.ts';
import { anInventory } from '../../testing/fixture-records.ts';
import { aProvenance } from '../../testing/imported-fixtures.ts';
import { componentIntegrityVerified } from './component-integrity-verified.ts';

test.each([
  ['signed', true, 'name 1 of them'],
  ['unsigned', false, 'carry a hash'],
])('what a registry states of a component counts beside, when it is signed: %s', (_, signed, because) => {
  const statement = aProvenance({ signed, subjects: [{ name: 'pkg:npm/%40scope/one@1.0.0', sha256: null }] });
  const evidence = evidenceOf({
    'dependency-inventory': anInventory(),
    'in-toto-statements': { statements: [statement] },
  });
  const answer = askCheck(componentIntegrityVerified, evidence, { asOf: '2026-06-30T23:59:59Z' });
  expect(answer).toMatchObject({ outcome: 'yes', because: expect.stringMatching(new RegExp(`${because}$`, 'u')) });
});
