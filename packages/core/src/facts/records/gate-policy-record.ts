// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '../ci-pipelines.ts';

/** What a rule is asked of: each finding, component, verdict or answer, or the change as a whole. */
export const gateSubjects = ['findings', 'components', 'verdicts', 'answers', 'change'] as const;
export type GateSubject = (typeof gateSubjects)[number];

/** Tools and data without which a rule cannot be decided. `baseline`: results that are stored for the base. */
export const gateNeeds = [
  'sast',
  'sca',
  'secret-scan',
  'dast',
  'iac-scan',
  'fuzzing',
  'osv',
  'kev',
  'epss',
  'cve',
  'end-of-life',
  'baseline',
] as const;
export type GateNeed = (typeof gateNeeds)[number];

/** The needs that a tool fulfils by having run; the others are data. */
export const purposeOfNeed: { readonly [N in GateNeed]: ToolPurpose | null } = {
  sast: 'sast',
  sca: 'sca',
  'secret-scan': 'secret-scan',
  dast: 'dast',
  'iac-scan': 'iac-scan',
  fuzzing: 'fuzzing',
  osv: null,
  kev: null,
  epss: null,
  cve: null,
  'end-of-life': null,
  baseline: null,
};

/** One criterion. Without `of` and `when` it is a statement for people, which no gate can decide. */
export type GateRule = {
  readonly id: string;
  readonly mode: 'warn' | 'enforce';
  readonly tasks: readonly string[];
  /** What must hold, for people. */
  readonly criterion: string;
  /** The day from which an enforced rule blocks; until then it warns. */
  readonly from?: string;
  readonly of?: GateSubject;
  /** A CEL expression that is true for what breaks the rule. */
  readonly when?: string;
  readonly needs?: readonly GateNeed[];
  readonly message?: string;
  readonly whatToDo?: string;
};

/** A policy of the gate: the criteria for software security checks (PO.4.1). */
export type GatePolicyRecord = {
  readonly owner: string | null;
  readonly reviewedOn: string | null;
  /** What must have run or be at hand whatever the rules ask. */
  readonly requires?: readonly GateNeed[];
  /** The approval that an exception needs to be honoured; `asserted` unless told. */
  readonly exceptionApproval?: 'asserted' | 'verified';
  readonly rules: readonly GateRule[];
};
