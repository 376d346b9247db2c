// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '@plumbline/core/digest';
import type { Finding } from '@plumbline/core/findings/finding';
import type { ToolRun } from '@plumbline/core/findings/tool-run';
import type { GateNeed } from '@plumbline/core/facts/records/gate-policy-record';
import type { ExceptionSources } from '@plumbline/findings/exceptions/judge-exceptions';
import type { GatePolicy } from '../rules/gate-policy.ts';
import type { AnswerFields, ChangeFields, ComponentFields, VerdictFields } from '../vocabulary/subject-values.ts';

/** Everything that a decision is a function of. Null: nobody could look. */
export type GateInput = {
  readonly policy: GatePolicy;
  readonly origin: { readonly id: string; readonly digest: Digest; readonly from: string };
  readonly subject: { readonly uri: string; readonly commit: string; readonly base: string | null };
  /** End of the day, ISO 8601. */
  readonly asOf: string;
  readonly findings: readonly Finding[];
  /** Whether a finding is new since the base, by its id; one that is not listed: nobody knows. */
  readonly newFindings: ReadonlyMap<string, boolean>;
  readonly components: readonly ComponentFields[] | null;
  /** Why components of the change may be missing from that list; empty when none can. */
  readonly unseenComponents: readonly string[];
  readonly verdicts: readonly VerdictFields[] | null;
  readonly answers: readonly AnswerFields[] | null;
  readonly change: ChangeFields;
  /** Files of the change by which the gate itself is changed. */
  readonly alters: readonly string[];
  readonly exceptions: ExceptionSources;
  /** What became of each tool over this commit. */
  readonly runs: readonly ToolRun[];
  /** Kinds of tools for which the commit holds nothing at all. */
  readonly nothingFor: ReadonlySet<GateNeed>;
  /** Data that is at hand and fresh enough. */
  readonly data: ReadonlySet<GateNeed>;
};
