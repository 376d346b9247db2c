// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@plumbline/core/answers/answer';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { digestOf } from '@plumbline/core/digest';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import type { ExceptionEntry } from '@plumbline/core/facts/records/exceptions-record';
import type { SarifKind, SarifResult, SarifSuppression } from '@plumbline/formats/sarif/sarif-log';
import { sarifMessage } from '@plumbline/formats/sarif/sarif-message';
import type { AskedCheck } from '../asked-checks.ts';
import { locationsOf } from './locations.ts';
import { levelOf } from './rules.ts';
import { taskReferences } from './taxonomy.ts';

/** §3.27.9: open is "the tool did not have enough information", which is what unknown means. */
export const kinds: { readonly [O in Outcome]: SarifKind } = {
  no: 'fail',
  unknown: 'open',
  yes: 'pass',
  'not-applicable': 'notApplicable',
};

/** The answer to one check. Its fingerprint is the check's own: line numbers move, the question stays. */
export function resultOf(assessment: Assessment, asked: AskedCheck, ruleIndex: number): SarifResult {
  const { check, question, answer, tasks, required } = asked;
  const kind = kinds[answer.outcome];
  const resolve = answer.outcome === 'unknown' ? ` Would answer it: ${answer.resolve}` : '';
  const suppressions = assessment.exceptions.filter(({ concerns }) => concerns === check || tasks.includes(concerns));
  return {
    ruleId: check,
    ruleIndex,
    kind,
    level: kind === 'fail' ? levelOf(asked) : 'none',
    message: sarifMessage(`${question} ${words[answer.outcome]}: ${answer.because}${resolve}`),
    locations: locationsOf(answer.citations, kindsOf(assessment)),
    partialFingerprints: { 'plumblineCheck/v1': digestOf({ check }).slice('sha256:'.length) },
    taxa: taskReferences(assessment, tasks),
    ...(suppressions.length > 0 && { suppressions: suppressions.map(suppressionOf) }),
    properties: {
      required,
      ...('strength' in answer && { strength: answer.strength }),
      evidence: [...new Set(answer.citations.map(({ evidence }) => evidence))],
      ...(answer.measures !== undefined && { measures: answer.measures }),
    },
  };
}

/** What is absent has no file to point to, whatever the location of its item looks like. */
const kindsOf = ({ evidence }: Assessment): ReadonlyMap<string, FactKind> =>
  new Map(evidence.filter(({ state }) => state !== 'absent').map(({ digest, kind }) => [digest, kind]));

const words: { readonly [O in Outcome]: string } = {
  no: 'No',
  unknown: 'Unknown',
  yes: 'Yes',
  'not-applicable': 'Not applicable',
};

/** Names in a file are asserted, so an exception never hides a result: under review suppresses nothing (§3.27.23). */
function suppressionOf({ id, reason, requestedBy, approvedBy, approvedOn, expires }: ExceptionEntry): SarifSuppression {
  const approved =
    approvedBy === null ? 'not approved' : `approved by ${approvedBy}${approvedOn === null ? '' : ` on ${approvedOn}`}`;
  const until = expires === null ? 'no expiry' : `expires ${expires}`;
  return {
    kind: 'external',
    status: 'underReview',
    justification: `${id}: ${reason} (requested by ${requestedBy}, ${approved}, ${until})`,
  };
}
