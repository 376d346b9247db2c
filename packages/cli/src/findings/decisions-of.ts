// SPDX-License-Identifier: Apache-2.0
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { Decisions } from '@plumbline/findings/lifecycle/decisions';
import { isConcerned } from '@plumbline/policy/exceptions/is-concerned';
import { judgeExceptions } from '@plumbline/policy/exceptions/judge-exceptions';

export type DecisionsContext = { readonly asOf: string; readonly product: string };

/**
 * What was decided about findings: exceptions in force and triage from the records that are trusted, VEX as the caller passed
 * it. An approval that is only a name in a file is asserted, and says so wherever it is shown.
 */
export function decisionsOf(
  trusted: EvidenceSet,
  evidence: EvidenceSet,
  { asOf, product }: DecisionsContext,
): Decisions {
  const exceptions = trusted['record:exceptions'];
  const triage = trusted['record:triage'];
  const vex = evidence['vex-documents'];
  const entries = exceptions?.state === 'found' ? exceptions.fact.content.exceptions : [];
  const judged = judgeExceptions({ base: entries, change: [], verified: new Set() }, { approval: 'asserted', asOf });
  const honoured = new Set(judged.filter(({ outcome }) => outcome === 'honoured').map(({ id }) => id));
  return {
    triage: triage?.state === 'found' ? triage.fact.content.findings : [],
    exceptions: entries
      .filter(({ id }) => honoured.has(id))
      .map((entry) => ({ ...entry, approval: 'asserted' as const })),
    isConcerned,
    vex:
      vex?.state === 'found'
        ? vex.fact.documents.map(({ file, author, finishedAt, statements }) => ({
            file,
            author,
            issuedAt: finishedAt,
            statements,
          }))
        : [],
    product: [product],
  };
}
