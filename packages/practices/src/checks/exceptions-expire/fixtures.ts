// SPDX-License-Identifier: Apache-2.0
import type { ExceptionEntry } from '@plumbline/core/facts/records/exceptions-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const exception: ExceptionEntry = {
  id: 'E1',
  concerns: 'compiler-hardening-enabled',
  reason: 'A vendor library breaks',
  requestedBy: 'anna',
  approvedBy: 'bea',
  approvedOn: '2026-02-01',
  expires: '2026-12-31',
};
const withExceptions = (...exceptions: readonly ExceptionEntry[]): FixtureFacts => ({
  'record:exceptions': aRecord({ exceptions }),
});

export const fixtures: CheckFixtures = {
  facts: withExceptions(exception),
  flip: { kind: 'record:exceptions', at: ['content', 'exceptions', 0, 'expires'], to: null },
  also: [
    { name: 'an empty, declared register is evidence', facts: withExceptions(), outcome: 'yes' },
    { name: 'no register', facts: { 'record:exceptions': 'absent' }, outcome: 'no' },
    {
      name: 'one has expired',
      facts: withExceptions(exception, { ...exception, expires: '2026-06-29' }),
      outcome: 'no',
    },
    { name: 'approved by its requester', facts: withExceptions({ ...exception, approvedBy: 'Anna ' }), outcome: 'no' },
    { name: 'not approved', facts: withExceptions({ ...exception, approvedBy: null }), outcome: 'no' },
    {
      name: 'approved in the future',
      facts: withExceptions({ ...exception, approvedOn: '2026-07-02' }),
      outcome: 'no',
    },
    { name: 'no reason', facts: withExceptions({ ...exception, reason: '' }), outcome: 'no' },
    { name: 'ends on this very day', facts: withExceptions({ ...exception, expires: '2026-06-30' }), outcome: 'yes' },
  ],
};
