// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';
import type { ToolRun } from '../findings/tool-run.ts';

/** What broke a rule: a finding, a component, a verdict, an answer. `at` is a path and line, a package URL or a task. */
export type Violation = {
  readonly id: string;
  readonly what: 'finding' | 'component' | 'verdict' | 'answer' | 'change';
  readonly title: string;
  readonly at: string | null;
  readonly message: string;
};

/** An exception that was honoured, or why it was not. */
export type GateException = {
  readonly id: string;
  readonly concerns: string;
  readonly reason: string;
  readonly expires: string | null;
  readonly approval: 'asserted' | 'verified' | 'none';
  readonly outcome: 'honoured' | 'expired' | 'not-approved' | 'self-approved' | 'in-the-change' | 'no-expiry';
};

export type GateRuleOutcome = 'passed' | 'failed' | 'warned' | 'could-not-assess';

export type GateRuleResult = {
  readonly rule: string;
  readonly tasks: readonly string[];
  readonly mode: 'warn' | 'enforce';
  /** The day from which it is enforced; before, it warns. */
  readonly from: string | null;
  readonly outcome: GateRuleOutcome;
  /** It is of mode `enforce` and its day has come: only such a rule decides the gate. */
  readonly enforced: boolean;
  readonly message: string;
  readonly whatToDo: string;
  readonly violations: readonly Violation[];
  readonly excepted: readonly { readonly violation: Violation; readonly exception: GateException }[];
  /** For `could-not-assess`: what was missing. */
  readonly because: string | null;
};

/** The result of the gate over one change. A failure outranks "could not assess", which is never a pass (DESIGN §2). */
export type GateDecision = {
  readonly policy: { readonly id: string; readonly digest: Digest; readonly from: string };
  readonly subject: { readonly uri: string; readonly commit: string; readonly base: string | null };
  readonly asOf: string;
  readonly outcome: 'passed' | 'failed' | 'could-not-assess';
  /** What the policy requires whatever its rules ask, and was missing. */
  readonly missing: readonly string[];
  readonly rules: readonly GateRuleResult[];
  readonly exceptions: readonly GateException[];
  readonly runs: readonly ToolRun[];
  /** Files of the change by which the gate itself is changed: policy, exceptions, triage. None of it counts for this change. */
  readonly alters: readonly string[];
  /** Tasks that the change touches, by the rules that looked at something of it. */
  readonly touches: readonly string[];
  readonly counted: { readonly findings: number; readonly components: number; readonly newFindings: number | null };
};
