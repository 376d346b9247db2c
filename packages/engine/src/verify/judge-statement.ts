// SPDX-License-Identifier: Apache-2.0
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { VerificationStep, VerificationStepId } from '@plumbline/core/verification/verification-step';
import type { Statement } from '@plumbline/formats/in-toto/read-statement';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import { counted } from './counted.ts';
import { judgeSubject } from './judge-subject.ts';
import { statementOf } from './statement-of.ts';

export type Stated = { readonly statement: Statement | null; readonly steps: readonly VerificationStep[] };

/** Whether an envelope holds a statement about this artifact, of the type that is asked for. */
export function judgeStatement(candidate: SignedCandidate, artifact: Artifact, predicateType: string | null): Stated {
  const statement = statementOf(candidate);
  if (statement === null)
    return predicateType === null
      ? { statement: null, steps: [] }
      : refused(`it signs the artifact itself and states nothing; ${predicateType} is asked for`, 'predicate-type');
  if (typeof statement === 'string') return refused(statement);
  const about = `an in-toto statement about ${counted(statement.subjects.length, 'subject')}`;
  const steps: readonly VerificationStep[] = [
    { step: 'statement', outcome: 'passed', because: about },
    judgeSubject(statement, artifact),
    ...(predicateType === null ? [] : [judgeType(statement, predicateType)]),
  ];
  return { statement, steps };
}

function judgeType(statement: Statement, wanted: string): VerificationStep {
  const fits = statement.predicateType === wanted;
  return {
    step: 'predicate-type',
    outcome: fits ? 'passed' : 'failed',
    because: fits ? statement.predicateType : `it states ${statement.predicateType}, and ${wanted} is asked for`,
  };
}

const refused = (because: string, step: VerificationStepId = 'statement'): Stated => ({
  statement: null,
  steps: [{ step, outcome: 'failed', because }],
});
