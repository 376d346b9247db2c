// SPDX-License-Identifier: Apache-2.0
import type { VexDocument, VexStatement } from '@plumbline/core/facts/imported/vex-documents';
import type { VexExpectations } from '@plumbline/core/verification/trust-policy';
import type { VerificationStep, VerificationStepId } from '@plumbline/core/verification/verification-step';
import type { VexReading } from '@plumbline/formats/vex/read-vex';
import { counted } from '../counted.ts';
import { type ArtifactNames, productsOf, reachOfProduct } from './artifact-names.ts';

type Document = Pick<VexDocument, 'statements' | 'finishedAt'>;

const day = 24 * 60 * 60 * 1000;
const shownMax = 3;

/** Whether attested statements about vulnerabilities are of this artifact, fresh, and say what is expected. */
export function judgeVex(
  reading: VexReading | null,
  expected: VexExpectations,
  { names, asOf }: { readonly names: ArtifactNames; readonly asOf: string },
): readonly VerificationStep[] {
  if (reading === null) return [step('vex-status', 'failed', 'it carries no statements about vulnerabilities')];
  if (reading.state === 'failed')
    return [step('vex-status', 'failed', `its statements about vulnerabilities cannot be read: ${reading.because}`)];
  const { documents } = reading;
  const statements = documents.flatMap((document) => document.statements);
  const { noAffected, maxAgeDays } = expected;
  return [
    judgeProduct(statements, names),
    ...(maxAgeDays === null ? [] : [judgeAge(documents, maxAgeDays, asOf)]),
    ...(noAffected ? [judgeStatus(statements, names)] : []),
  ];
}

/** The signed statement names the artifact already, so that other names in the document take nothing away. */
function judgeProduct(statements: readonly VexStatement[], names: ArtifactNames): VerificationStep {
  const about = statements.filter((one) =>
    productsOf(one).some((product) => ['this', 'any-version'].includes(reachOfProduct(product, names))),
  ).length;
  const total = counted(statements.length, 'statement');
  return about > 0
    ? step('vex-product', 'passed', `${about} of ${total} name this artifact by its digest or package URL`)
    : step('vex-product', 'not-checked', `none of ${total} names this artifact by its digest or package URL`);
}

function judgeAge(documents: readonly Document[], maxAgeDays: number, asOf: string): VerificationStep {
  const times = documents.map(({ finishedAt }) => finishedAt);
  if (times.length === 0 || times.includes(null))
    return step('vex-age', 'failed', 'it does not say when it was issued, and its age is limited');
  const [oldest = ''] = times.filter((time) => time !== null).toSorted();
  // A day to come would keep it fresh for as long as its maker likes.
  if (Date.parse(oldest) > Date.parse(asOf))
    return step('vex-age', 'failed', `it says that it was issued on ${oldest.slice(0, 10)}, which is still to come`);
  const age = Math.floor((Date.parse(asOf) - Date.parse(oldest)) / day);
  const issued = `it was issued on ${oldest.slice(0, 10)}, ${counted(age, 'day')} ago`;
  return age <= maxAgeDays
    ? step('vex-age', 'passed', issued)
    : step('vex-age', 'failed', `${issued}; at most ${maxAgeDays} are allowed, as much may be known since`);
}

/** A statement concerns the artifact unless all that it names is certainly something else. */
function judgeStatus(statements: readonly VexStatement[], names: ArtifactNames): VerificationStep {
  const affected = statements.filter(
    (one) =>
      one.status === 'affected' &&
      (productsOf(one).length === 0 || productsOf(one).some((name) => reachOfProduct(name, names) !== 'other')),
  );
  if (affected.length === 0) return step('vex-status', 'passed', 'nothing is said to be affected');
  const ids = [...new Set(affected.map(({ vulnerability }) => vulnerability))];
  const more = ids.length > shownMax ? ` and ${ids.length - shownMax} more` : '';
  return step('vex-status', 'failed', `said to be affected: ${ids.slice(0, shownMax).join(', ')}${more}`);
}

const step = (id: VerificationStepId, outcome: VerificationStep['outcome'], because: string): VerificationStep => ({
  step: id,
  outcome,
  because,
});
