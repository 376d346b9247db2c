// SPDX-License-Identifier: Apache-2.0
import { askCheck } from '@plumbline/core/answers/ask-check';
import { expect, test } from 'vitest';
import { evidenceOf } from '../../testing/check-fixtures.ts';
import { anInventory } from '../../testing/fixture-records.ts';
import { aRecord } from '../../testing/record-fixture.ts';
import { componentIntakeDecided } from './component-intake-decided.ts';

test.each([
  ['pkg:npm/%40scope/one', 'pkg:npm/%40scope/one@1.0.0', 'yes'],
  ['pkg:npm/@scope/one', 'pkg:npm/%40scope/one@1.0.0', 'yes'],
  ['pkg:npm/%40scope/*', 'pkg:npm/%40scope/one@1.0.0', 'yes'],
  ['pkg:npm/two@2.0.0', 'pkg:npm/two@2.0.1', 'no'],
  ['pkg:npm/tw', 'pkg:npm/two@2.0.0', 'no'],
  ['pkg:*', 'pkg:npm/two@2.0.0', 'no'],
  ['pkg:pypi/my_package', 'pkg:pypi/my-package@1.0?extension=whl', 'yes'],
])('an entry for %s decides on %s: %s', (component, purl, outcome) => {
  const entry = { component, decision: 'approved', by: 'lead', on: '2026-01-10', because: 'looked at' } as const;
  const evidence = evidenceOf({
    'record:component-intake': aRecord({ entries: [entry] }),
    'dependency-inventory': anInventory({ components: [{ purl, hashed: true, from: 'package-lock.json' }] }),
  });
  expect(askCheck(componentIntakeDecided, evidence, { asOf: '2026-06-30T23:59:59Z' }).outcome).toBe(outcome);
});
