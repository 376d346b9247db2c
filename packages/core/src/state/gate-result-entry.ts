// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';
import type { GateDecision, GateRuleOutcome } from '../gate/gate-decision.ts';

/** A decision of the gate over a commit, as an entry of kind `gate-results`. `statement` is the in-toto statement of it. */
export type GateResultEntry = {
  readonly schema: 1;
  readonly what: 'decision';
  readonly commit: string;
  readonly base: string | null;
  readonly decidedAt: string;
  readonly outcome: GateDecision['outcome'];
  readonly policy: Digest;
  /** What became of each rule. */
  readonly rules: readonly { readonly rule: string; readonly outcome: GateRuleOutcome; readonly enforced: boolean }[];
  readonly statement: string;
};

/** One attack of a proof, and whether the pipeline's own commands blocked it. */
export type GateAttack = {
  readonly attack: string;
  readonly rule: string | null;
  readonly blocked: boolean;
  readonly because: string;
};

/** A proof by attack that the gate blocks (PO.4.1, strength `tested`), as an entry of kind `gate-results`. */
export type GateProofEntry = {
  readonly schema: 1;
  readonly what: 'proof';
  readonly commit: string;
  readonly provedAt: string;
  readonly policy: Digest;
  readonly proved: boolean;
  readonly attacks: readonly GateAttack[];
};
