// SPDX-License-Identifier: Apache-2.0
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import { type DsseEnvelope, inTotoPayloadType } from '@plumbline/formats/dsse/envelope';
import { readStatement, type Statement } from '@plumbline/formats/in-toto/read-statement';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';

export type Stated = { readonly statement: Statement | null; readonly steps: readonly VerificationStep[] };

/** Whether an envelope holds a statement about this artifact, of the type that is asked for. */
export function judgeStatement(candidate: SignedCandidate, artifact: Artifact, predicateType: string | null): Stated {
  const envelope = 'envelope' in candidate ? candidate.envelope : null;
  if (envelope === null)
    return predicateType === null
      ? { statement: null, steps: [] }
      : refused('statement', `it signs the artifact itself and states nothing; ${predicateType} is asked for`);
  const read = statementOf(envelope);
  if (typeof read === 'string') return refused('statement', read);
  const steps: readonly VerificationStep[] = [
    {
      step: 'statement',
      outcome: 'passed',
      because: `an in-toto statement about ${count(read.subjects.length, 'subject')}`,
    },
    judgeSubject(read, artifact),
    ...(predicateType === null ? [] : [judgeType(read, predicateType)]),
  ];
  return { statement: read, steps };
}

function statementOf({ payloadType, payload }: DsseEnvelope): Statement | string {
  if (payloadType !== inTotoPayloadType)
    return `the envelope says that it holds ${payloadType.slice(0, 100)}, and only ${inTotoPayloadType} is understood`;
  const read = readStatement(payload);
  return read.state === 'refused' ? read.because : read.statement;
}

function judgeSubject({ subjects }: Statement, { sha256 }: Artifact): VerificationStep {
  const found = subjects.find((subject) => subject.sha256 === sha256);
  if (found !== undefined)
    return {
      step: 'artifact',
      outcome: 'passed',
      because: `it is about sha256:${sha256}${found.name === null ? '' : ` as ${found.name}`}`,
    };
  const [first] = subjects;
  const others = subjects.length > 1 ? ` and ${count(subjects.length - 1, 'other')}` : '';
  return {
    step: 'artifact',
    outcome: 'failed',
    because: `it is about sha256:${first?.sha256 ?? ''}${others}, and this is sha256:${sha256}: it says nothing about this artifact`,
  };
}

function judgeType(statement: Statement, wanted: string): VerificationStep {
  const fits = statement.predicateType === wanted;
  return {
    step: 'predicate-type',
    outcome: fits ? 'passed' : 'failed',
    because: fits ? statement.predicateType : `it states ${statement.predicateType}, and ${wanted} is asked for`,
  };
}

const refused = (step: 'statement', because: string): Stated => ({
  statement: null,
  steps: [{ step, outcome: 'failed', because }],
});

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
