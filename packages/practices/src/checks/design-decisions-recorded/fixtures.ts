// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';

const record = {
  at: {
    path: 'docs/decisions/0001-one-process.md',
    line: 1,
  },
  title: 'One process',
  status: 'accepted',
  date: '2026-01-04',
  hasReason: true,
};

export const fixtures: CheckFixtures = {
  facts: { 'decision-records': { records: [record], total: 1 } },
  flip: { kind: 'decision-records', at: ['records', 0, 'hasReason'], to: false },
  also: [
    { name: 'none', facts: { 'decision-records': 'absent' }, outcome: 'no' },
    { name: 'an empty folder', facts: { 'decision-records': { records: [], total: 0 } }, outcome: 'no' },
    {
      name: 'one with a reason among descriptions',
      facts: { 'decision-records': { records: [{ ...record, hasReason: false }, record], total: 2 } },
      outcome: 'yes',
    },
  ],
};
