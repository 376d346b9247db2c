// SPDX-License-Identifier: Apache-2.0
import type { Evidence, Subject } from '../evidence/evidence.ts';
import type { ExceptionEntry } from '../facts/records/exceptions-record.ts';
import type { Verdict } from '../verdicts/verdict.ts';

export type Summary = {
  readonly met: number;
  readonly partlyMet: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly notApplicable: number;
};

/** What a reader needs of a task to read a report without the catalog. */
export type AssessedTask = {
  readonly id: string;
  readonly group: string;
  readonly groupName: string;
  readonly practice: string;
  readonly practiceName: string;
  readonly text: string;
};

/** Where something that was not looked at would have been: reports show it area by area, in this order. */
export const notLookedAtAreas = [
  'repository',
  'files',
  'elsewhere',
  'records',
  'evidence-files',
  'forge',
  'other-sources',
] as const;

/** Something that was not looked at, and why: reports show it. */
export type NotLookedAt = {
  readonly area: (typeof notLookedAtAreas)[number];
  readonly what: string;
  readonly because: string;
  readonly resolve: string;
};

/** The result of `plumbline assess`: what every report renders. Pure data; the same input gives the same value. */
export type Assessment = {
  readonly schemaVersion: '1.0';
  readonly tool: { readonly name: 'plumbline'; readonly version: string };
  readonly catalog: { readonly id: string; readonly version: string; readonly title: string; readonly status: string };
  readonly procedures: { readonly version: string };
  readonly profile: { readonly id: string; readonly title: string };
  /** End of the day as of which the assessment holds. */
  readonly asOf: string;
  readonly subject: Subject;
  readonly tasks: readonly AssessedTask[];
  readonly verdicts: readonly Verdict[];
  readonly summary: Summary;
  readonly evidence: readonly Evidence[];
  readonly exceptions: readonly ExceptionEntry[];
  readonly tailoring: readonly {
    readonly check: string;
    readonly task: string | null;
    readonly reason: string;
    readonly approvedBy: string;
  }[];
  readonly notLookedAt: readonly NotLookedAt[];
};
