// SPDX-License-Identifier: Apache-2.0
import { type DsseEnvelope, inTotoPayloadType } from '@plumbline/formats/dsse/envelope';
import { readStatement, type Statement } from '@plumbline/formats/in-toto/read-statement';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';

/** What an envelope holds is read once, however many signers and requirements ask. */
const read = new WeakMap<DsseEnvelope, Statement | string>();

/** The statement in a candidate's envelope, or why it is none; null: the candidate has no envelope. */
export function statementOf(candidate: SignedCandidate): Statement | string | null {
  const envelope = 'envelope' in candidate ? candidate.envelope : null;
  if (envelope === null) return null;
  const known = read.get(envelope) ?? readEnvelope(envelope);
  read.set(envelope, known);
  return known;
}

function readEnvelope({ payloadType, payload }: DsseEnvelope): Statement | string {
  if (payloadType !== inTotoPayloadType)
    return `the envelope says that it holds ${payloadType.slice(0, 100)}, and only ${inTotoPayloadType} is understood`;
  const reading = readStatement(payload);
  return reading.state === 'refused' ? reading.because : reading.statement;
}

/** Whether a candidate is of the kind that is asked for: what cannot be read may be. Null asks for any signature. */
export function isOfKind(candidate: SignedCandidate, predicateType: string | null): boolean {
  const statement = statementOf(candidate);
  if (statement === null) return predicateType === null;
  return predicateType === null || typeof statement === 'string' || statement.predicateType === predicateType;
}

/** Whether something names its subject by SHA-512 alone, so that the artifact's has to be known. */
export function asksSha512(candidates: readonly SignedCandidate[]): boolean {
  return candidates.some((candidate) => {
    const statement = statementOf(candidate);
    return statement !== null && typeof statement === 'object' && statement.subjects.some((one) => one.sha256 === null);
  });
}
