// SPDX-License-Identifier: Apache-2.0
import type { FindingsRegister } from '@plumbline/core/facts/findings-register';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';

const register: FindingsRegister = {
  findings: 40,
  untriagedOverdue: 2,
  triageDaysMax: 14,
  fromAnalysis: 30,
  fromTesting: 10,
  testingUntriagedOverdue: 2,
  open: 40,
  accepted: 0,
  falsePositive: 0,
  notAffected: 0,
  fixed: 3,
  analysisTools: 2,
  testingTools: 1,
};

export const fixtures: CheckFixtures = {
  facts: { 'findings-register': register },
  flip: { kind: 'findings-register', at: ['untriagedOverdue'], to: 5 },
  also: [
    { name: 'no register', facts: { 'findings-register': 'absent' }, outcome: 'no' },
    {
      name: 'nothing was found',
      facts: {
        'findings-register': {
          ...register,
          findings: 0,
          fromAnalysis: 0,
          fromTesting: 0,
          untriagedOverdue: 0,
          testingUntriagedOverdue: 0,
        },
      },
      outcome: 'yes',
    },
    {
      name: 'nothing was found, and no tool came to its end',
      facts: { 'findings-register': { ...register, fromAnalysis: 0, untriagedOverdue: 0, analysisTools: 0 } },
      outcome: 'unknown',
    },
  ],
};
