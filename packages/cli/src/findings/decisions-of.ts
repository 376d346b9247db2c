// SPDX-License-Identifier: Apache-2.0
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { TriageEntry } from '@plumbline/core/facts/records/triage-record';
import type { Decisions, ExceptionInForce, VexInput } from '@plumbline/findings/lifecycle/decisions';
import { isConcerned } from '@plumbline/policy/exceptions/is-concerned';
import { type ExceptionRules, judgeExceptions } from '@plumbline/policy/exceptions/judge-exceptions';

export type DecisionsContext = {
  readonly asOf: string;
  readonly product: string;
  /** The approval that decisions need to count. */
  readonly approval: 'asserted' | 'verified';
};

/**
 * What was decided about findings: exceptions in force and triage from the records that are trusted, VEX as the caller passed
 * it. An approval that is only a name in a file is asserted, and says so wherever it is shown; where approvals must be
 * verified, such decisions dismiss nothing.
 */
export function decisionsOf(
  trusted: EvidenceSet,
  evidence: EvidenceSet,
  { asOf, product, approval }: DecisionsContext,
): Decisions {
  return {
    triage: triageOf(trusted).filter(
      ({ decision }) => approval === 'asserted' || decision === 'confirmed' || decision === 'split',
    ),
    exceptions: exceptionsInForce(trusted, { asOf, approval }),
    isConcerned,
    vex: vexOf(evidence),
    product: [product],
  };
}

function triageOf({ 'record:triage': item }: EvidenceSet): readonly TriageEntry[] {
  return item?.state === 'found' ? item.fact.content.findings : [];
}

function exceptionsInForce(
  { 'record:exceptions': item }: EvidenceSet,
  rules: ExceptionRules,
): readonly ExceptionInForce[] {
  const entries = item?.state === 'found' ? item.fact.content.exceptions : [];
  const judged = judgeExceptions({ base: entries, change: [], verified: new Set() }, rules);
  return entries
    .filter((_, index) => judged[index]?.outcome === 'honoured')
    .map((entry) => ({ ...entry, approval: 'asserted' }));
}

function vexOf({ 'vex-documents': item }: EvidenceSet): readonly VexInput[] {
  if (item?.state !== 'found') return [];
  return item.fact.documents.map(({ file, author, finishedAt, statements }) => ({
    file,
    author,
    issuedAt: finishedAt,
    statements,
  }));
}
