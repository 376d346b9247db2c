// SPDX-License-Identifier: Apache-2.0
import type { StatementEntry } from '@plumbline/core/facts/records/statements-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const statement: StatementEntry = {
  topic: 'management-commitment',
  text: 'We develop securely and pay for it',
  by: 'A. Officer',
  role: 'chief technology officer',
  on: '2026-02-01',
  validUntil: null,
  decision: [],
};

export const fixtures: CheckFixtures = {
  facts: { 'record:statements': aRecord({ statements: [statement] }) },
  flip: { kind: 'record:statements', at: ['content', 'statements', 0, 'on'], to: '2025-02-01' },
  also: [
    { name: 'no register', facts: { 'record:statements': 'absent' }, outcome: 'no' },
    {
      name: 'a person without an office',
      facts: { 'record:statements': aRecord({ statements: [{ ...statement, role: null }] }) },
      outcome: 'no',
    },
    {
      name: 'a statement about something else',
      facts: { 'record:statements': aRecord({ statements: [{ ...statement, topic: 'executable-testing-decided' }] }) },
      outcome: 'no',
    },
  ],
};
