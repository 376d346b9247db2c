// SPDX-License-Identifier: Apache-2.0
import type { ExceptionEntry } from '@plumbline/core/facts/records/exceptions-record';
import type { GateNeed } from '@plumbline/core/facts/records/gate-policy-record';
import type { GateDecision, GateRuleOutcome } from '@plumbline/core/gate/gate-decision';
import type {
  AnswerFields,
  ChangeFields,
  ComponentFields,
  FindingFields,
  VerdictFields,
} from '../vocabulary/subject-values.ts';

/** The made-up state of a product that a policy is asked about. What is not given does not exist, or is not known. */
export type PolicyTestCase = {
  readonly findings: readonly Partial<FindingFields>[];
  readonly components: readonly Partial<ComponentFields>[];
  readonly verdicts: readonly Partial<VerdictFields>[];
  readonly answers: readonly Partial<AnswerFields>[];
  readonly change: ChangeFields;
  /** Kinds of tools that ran, and data that is at hand. */
  readonly ran: readonly GateNeed[];
  /** Kinds of tools that were started and did not come to their end. */
  readonly failed: readonly GateNeed[];
  readonly exceptions: readonly ExceptionEntry[];
  /** YYYY-MM-DD; null: a day on which every rule is enforced. */
  readonly on: string | null;
};

/** One test that lives beside a policy: what the gate must decide. */
export type PolicyTest = {
  readonly name: string;
  readonly given: PolicyTestCase;
  readonly expect: {
    readonly outcome: GateDecision['outcome'] | null;
    readonly rules: { readonly [rule: string]: GateRuleOutcome };
  };
};
