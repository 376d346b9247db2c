// SPDX-License-Identifier: Apache-2.0
import type { GateNeed, GateSubject } from '@plumbline/core/facts/records/gate-policy-record';
import type { Expression } from '../expressions/compile-expression.ts';

/** A rule that can be decided. */
export type GateRule = {
  readonly id: string;
  readonly mode: 'warn' | 'enforce';
  /** The day from which it is enforced. */
  readonly from: string | null;
  readonly tasks: readonly string[];
  readonly of: GateSubject;
  readonly when: Expression;
  readonly needs: readonly GateNeed[];
  readonly message: string;
  readonly whatToDo: string;
};

/** A policy all of whose expressions were understood. */
export type GatePolicy = {
  readonly requires: readonly GateNeed[];
  readonly exceptionApproval: 'asserted' | 'verified';
  readonly rules: readonly [GateRule, ...GateRule[]];
};
