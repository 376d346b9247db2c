// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '@plumbline/core/digest';
import type { GateDecision, GateRuleResult, Violation } from '@plumbline/core/gate/gate-decision';

export const aViolation: Violation = {
  id: 'plf-0123456789abcdef01234567',
  what: 'finding',
  title: 'SQL built from a request',
  at: 'src/db/query.ts:42',
  message: 'A severe weakness was added.',
};

export const aRuleResult: GateRuleResult = {
  rule: 'no-new-severe-code',
  tasks: ['PW.5.1', 'PW.7.2'],
  mode: 'enforce',
  from: null,
  outcome: 'failed',
  enforced: true,
  message: 'A severe weakness was added.',
  whatToDo: 'Mend it.',
  violations: [aViolation],
  excepted: [],
  because: null,
};

/** A decision with one rule of each outcome. */
export const aGateDecision: GateDecision = {
  policy: { id: 'gate-policy', digest: digestOf('policy'), from: 'security/gate-policy.yaml' },
  subject: { uri: 'https://forge.example/lantern', commit: 'c'.repeat(40), base: 'b'.repeat(40) },
  asOf: '2026-06-30T23:59:59Z',
  outcome: 'failed',
  missing: ['no sca tool ran on this commit'],
  rules: [
    aRuleResult,
    {
      ...aRuleResult,
      rule: 'no-known-exploited',
      outcome: 'could-not-assess',
      violations: [],
      because: 'kev data is not at hand',
    },
    { ...aRuleResult, rule: 'licences', mode: 'warn', enforced: false, outcome: 'warned' },
    {
      ...aRuleResult,
      rule: 'no-new-secret',
      outcome: 'passed',
      violations: [],
      excepted: [
        {
          violation: aViolation,
          exception: {
            id: 'EX-1',
            concerns: aViolation.id,
            reason: 'test data',
            expires: '2026-12-31',
            approval: 'asserted',
            outcome: 'honoured',
          },
        },
      ],
    },
  ],
  exceptions: [
    {
      id: 'EX-1',
      concerns: aViolation.id,
      reason: 'test data',
      expires: '2026-12-31',
      approval: 'asserted',
      outcome: 'honoured',
    },
    {
      id: 'EX-2',
      concerns: 'licences',
      reason: 'later',
      expires: '2027-12-31',
      approval: 'asserted',
      outcome: 'in-the-change',
    },
  ],
  runs: [
    { tool: 'plumbline code', purposes: ['sast'], ran: true, version: '1', results: 3, report: digestOf('report') },
    { tool: 'trivy', purposes: ['sca'], ran: false, because: 'it crashed with exit code 2' },
  ],
  alters: ['security/exceptions.yaml'],
  touches: ['PW.5.1', 'PW.7.2'],
  counted: { findings: 12, components: 340, newFindings: 1 },
};
