// SPDX-License-Identifier: Apache-2.0
import type { Evidence } from '@plumbline/core/evidence/evidence';
import { isConcerned } from '../exceptions/is-concerned.ts';
import { type ExceptionRules, judgeExceptions } from '../exceptions/judge-exceptions.ts';
import type { Decisions, ExceptionInForce, VexInput } from '../lifecycle/decisions.ts';

/** Where decisions stand: records of a commit that is trusted to decide, VEX as somebody passed it. */
export type DecisionSources = {
  readonly exceptions: Evidence<'record:exceptions'> | undefined;
  readonly triage: Evidence<'record:triage'> | undefined;
  readonly vex: Evidence<'vex-documents'> | undefined;
};

export type DecisionsContext = {
  readonly asOf: string;
  /** As VEX documents may call it. */
  readonly product: string;
  /** The approval that decisions need to count. */
  readonly approval: 'asserted' | 'verified';
};

/**
 * What was decided about findings: exceptions in force, triage, VEX. An approval that is only a name in a file is asserted, and
 * says so wherever it is shown; where approvals must be verified, such decisions dismiss nothing.
 */
export function decisionsOf(
  { exceptions, triage, vex }: DecisionSources,
  { asOf, product, approval }: DecisionsContext,
): Decisions {
  const decided = triage?.state === 'found' ? triage.fact.content.findings : [];
  return {
    triage: decided.filter(
      ({ decision }) => approval === 'asserted' || decision === 'confirmed' || decision === 'split',
    ),
    exceptions: exceptionsInForce(exceptions, { asOf, approval }),
    isConcerned,
    vex: vexOf(vex),
    product: [product],
  };
}

function exceptionsInForce(item: DecisionSources['exceptions'], rules: ExceptionRules): readonly ExceptionInForce[] {
  const entries = item?.state === 'found' ? item.fact.content.exceptions : [];
  const judged = judgeExceptions({ base: entries, change: [], verified: new Set() }, rules);
  return entries
    .filter((_, index) => judged[index]?.outcome === 'honoured')
    .map((entry) => ({ ...entry, approval: 'asserted' }));
}

function vexOf(item: DecisionSources['vex']): readonly VexInput[] {
  if (item?.state !== 'found') return [];
  return item.fact.documents.map(({ file, author, finishedAt, statements }) => ({
    file,
    author,
    issuedAt: finishedAt,
    statements,
  }));
}
