// SPDX-License-Identifier: Apache-2.0
import type { ExceptionEntry } from '@plumbline/core/facts/records/exceptions-record';
import { expect, test } from 'vitest';
import { isConcerned } from './is-concerned.ts';
import { judgeExceptions } from './judge-exceptions.ts';

const entry: ExceptionEntry = {
  id: 'EX-1',
  concerns: 'CVE-2026-1',
  reason: 'not reachable',
  requestedBy: 'Ada <ada@lantern.example>',
  approvedBy: 'Grace',
  approvedOn: '2026-05-01',
  expires: '2026-06-30',
};
const judge = (
  change: Partial<ExceptionEntry>,
  {
    asOf = '2026-06-30T23:59:59Z',
    approval = 'asserted' as 'asserted' | 'verified',
    verified = new Set<string>(),
  } = {},
): string | undefined =>
  judgeExceptions({ base: [{ ...entry, ...change }], change: [], verified }, { asOf, approval })[0]?.outcome;

test.each([
  ['on its last day it holds', {}, 'honoured'],
  ['nobody approved', { approvedBy: null }, 'not-approved'],
  ['approved without a day', { approvedOn: null }, 'not-approved'],
  ['approved in the future', { approvedOn: '2026-07-01' }, 'not-approved'],
  ['approved by the one who asked, in other words', { approvedBy: '@ADA ' }, 'self-approved'],
  ['approved by the same address', { approvedBy: 'Somebody <ADA@lantern.example>' }, 'self-approved'],
  ['approved by the same name with letters that do not show', { approvedBy: 'A\u200bda' }, 'self-approved'],
  ['approved by nobody in particular', { approvedBy: '<>' }, 'self-approved'],
  ['for ever', { expires: null }, 'no-expiry'],
  ['over', { expires: '2026-06-29' }, 'expired'],
] as const)('%s', (_, change, outcome) => {
  expect(judge(change)).toBe(outcome);
});

test('a policy may ask for a proven approval', () => {
  expect(judge({}, { approval: 'verified' })).toBe('not-approved');
  expect(judge({}, { approval: 'verified', verified: new Set(['EX-1']) })).toBe('honoured');
});

test('a change exempts itself neither by a new exception nor by a longer one', () => {
  const change = [
    { ...entry, expires: '2027-12-31' },
    { ...entry, id: 'EX-2' },
  ];
  const judged = judgeExceptions(
    { base: [entry], change, verified: new Set() },
    { asOf: '2026-09-01T23:59:59Z', approval: 'asserted' },
  );
  expect(judged.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['EX-1', 'expired'],
    ['EX-1', 'in-the-change'],
    ['EX-2', 'in-the-change'],
  ]);
});

test.each([
  ['CVE-2026-1', true],
  ['CVE-2026', false],
  ['pkg:npm/%40scope/name', true],
  ['pkg:npm/%40scope/name@1.2.3', true],
  ['pkg:npm/%40scope/name@1.2.4', false],
  ['pkg:npm/%40scope', false],
  ['pkg:npm/%40scope/name@1.2.3?a=b', true],
])('%s concerns it: %s', (concerns, expected) => {
  expect(isConcerned(concerns, { ids: ['CVE-2026-1'], purl: 'pkg:npm/%40scope/name@1.2.3?a=b' })).toBe(expected);
});
