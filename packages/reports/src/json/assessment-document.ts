// SPDX-License-Identifier: Apache-2.0
import type { Citation, Measure, Outcome } from '@plumbline/core/answers/answer';
import type { CheckScope } from '@plumbline/core/answers/check';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import type { Strength } from '@plumbline/core/evidence/strength';
import type { VerdictValue } from '@plumbline/core/verdicts/verdict';

export type DocumentAnswer = {
  readonly check: string;
  readonly question: string;
  readonly required: boolean;
  readonly outcome: Outcome;
  readonly strength?: Strength;
  readonly because: string;
  readonly measures?: readonly Measure[];
  /** Digests of the items of evidence that are cited, each once. */
  readonly evidence: readonly string[];
  readonly citations: readonly Citation[];
  readonly resolve?: string;
};

export type DocumentVerdict = {
  readonly task: string;
  readonly verdict: VerdictValue;
  readonly strength: Strength | null;
  readonly scope: readonly CheckScope[];
  readonly because: string;
  readonly answers: readonly DocumentAnswer[];
  readonly untailored?: VerdictValue;
};

/** Evidence without its fact: a fact can hold people's addresses (DESIGN §9). */
export type DocumentEvidence = Pick<
  Evidence,
  'digest' | 'kind' | 'state' | 'collector' | 'subject' | 'location' | 'collectedAt' | 'effectiveAt' | 'strength'
> & {
  readonly expiresAt?: string;
  readonly lookedIn?: string;
  readonly because?: string;
  readonly resolve?: string;
};

/** What `assess --format json` prints; `assessmentSchema` describes it. */
export type AssessmentDocument = Pick<
  Assessment,
  | 'schemaVersion'
  | 'tool'
  | 'catalog'
  | 'procedures'
  | 'profile'
  | 'asOf'
  | 'subject'
  | 'summary'
  | 'exceptions'
  | 'tailoring'
  | 'notLookedAt'
> & { readonly verdicts: readonly DocumentVerdict[]; readonly evidence: readonly DocumentEvidence[] };
