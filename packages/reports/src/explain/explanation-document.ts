// SPDX-License-Identifier: Apache-2.0
import type { CheckGuide, CheckScope, Effort } from '@plumbline/core/answers/check';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { TaskLink } from '@plumbline/core/catalog/crosswalks-of-task';
import type { CrosswalkKind } from '@plumbline/core/catalog/crosswalk';
import type { Strength } from '@plumbline/core/evidence/strength';
import type { DocumentAnswer, DocumentVerdict } from '../json/assessment-document.ts';
import type { Here } from './explanation.ts';

export type DocumentCheck = {
  readonly id: string;
  readonly question: string;
  readonly scope: CheckScope;
  readonly strength: Strength;
  /** Titles of the kinds of evidence that it reads. */
  readonly reads: readonly string[];
  readonly tasks: readonly string[];
  readonly guide: CheckGuide;
  readonly remedy: {
    readonly effort: Effort;
    readonly steps: readonly string[];
    readonly patch?: string;
    readonly after?: readonly string[];
  };
};

export type DocumentTask = {
  readonly id: string;
  readonly text: string;
  readonly practice: string;
  readonly practiceName: string;
  readonly group: string;
  readonly groupName: string;
  readonly examples: readonly string[];
  readonly note?: string;
  /** Empty: there is no procedure for it. */
  readonly checks: readonly { readonly id: string; readonly question: string }[];
};

export type DocumentCrosswalk = {
  readonly framework: string;
  readonly kind: CrosswalkKind;
  readonly links: readonly TaskLink[];
  readonly flagged: readonly { readonly ref: string; readonly reason: string }[];
};

/** What a practice, a group or a retired id names. */
export type IdDocument = {
  readonly kind: 'id';
  readonly catalog: Assessment['catalog'];
  readonly id: string;
  readonly names: 'task' | 'practice' | 'group' | 'retired' | 'nothing';
  readonly name?: string;
  /** Ids below it, or those that a retired id moved to. */
  readonly leadsTo: readonly string[];
  /** Other frameworks in which the id stands; it need not mean the same there. */
  readonly elsewhere: readonly string[];
};

/** What `explain --format json` prints; `explanationSchema` describes it. */
export type ExplanationDocument = { readonly schemaVersion: '1.0' } & (
  | {
      readonly kind: 'check';
      readonly check: DocumentCheck;
      readonly here?: Here & { readonly answer: DocumentAnswer };
    }
  | {
      readonly kind: 'task';
      readonly catalog: Assessment['catalog'];
      readonly task: DocumentTask;
      readonly crosswalks: readonly DocumentCrosswalk[];
      readonly here?: Here & { readonly verdict: DocumentVerdict };
    }
  | IdDocument
);
