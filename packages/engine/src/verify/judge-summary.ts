// SPDX-License-Identifier: Apache-2.0
import type { SummaryExpectations, TrustRequirement } from '@plumbline/core/verification/trust-policy';
import type { VerificationStep, VerificationStepId } from '@plumbline/core/verification/verification-step';
import type { Statement } from '@plumbline/formats/in-toto/read-statement';
import { readVerificationSummary, type VerificationSummary } from '@plumbline/formats/slsa/read-verification-summary';
import { matchesPattern } from './matches-pattern.ts';

type Asked = {
  readonly step: VerificationStepId;
  readonly what: string;
  readonly member: 'verifier' | 'resourceUri' | 'policy';
};

/** What is one text in a summary and one pattern in the policy. */
const texts: readonly Asked[] = [
  { step: 'verifier', what: 'the verifier', member: 'verifier' },
  { step: 'resource-uri', what: 'the resource that was verified', member: 'resourceUri' },
  { step: 'policy', what: 'the policy it was held against', member: 'policy' },
];

const nothing: SummaryExpectations = { verifier: null, resourceUri: null, policy: null, levels: [] };

/**
 * Whether somebody else's verification is what is expected (slsa.dev/spec/v1.1/verification_summary#how-to-verify): that it
 * passed is asked of every summary, whatever the requirement is about; the rest as the policy says.
 */
export function judgeSummary(
  statement: Statement | null,
  { summary: expected }: Pick<TrustRequirement, 'summary'>,
): readonly VerificationStep[] {
  const summary = statement === null ? null : readVerificationSummary(statement);
  if (summary === null)
    return expected === undefined ? [] : [failed('result', 'it is no SLSA Verification Summary of version 1')];
  const asked = expected ?? nothing;
  return [
    summary.result === 'PASSED'
      ? { step: 'result', outcome: 'passed', because: 'the verifier says PASSED' }
      : failed('result', `the verifier says ${summary.result ?? 'nothing'}: the artifact did not pass there`),
    ...texts.flatMap((one) => judgeText(one, summary, asked[one.member]) ?? []),
    ...(asked.levels.length === 0 ? [] : [judgeLevels(summary, asked.levels)]),
  ];
}

function judgeText({ step, what, member }: Asked, summary: VerificationSummary, pattern: string | null) {
  if (pattern === null) return null;
  const text = summary[member];
  return text !== null && matchesPattern(text, pattern)
    ? passed(step, `${what} is ${text}`)
    : failed(step, `${what} is ${text ?? 'not stated'}; ${pattern} is expected`);
}

function judgeLevels({ levels }: VerificationSummary, wanted: readonly string[]): VerificationStep {
  const missing = wanted.filter((level) => !levels.some((stated) => reaches(stated, level)));
  const stated = levels.length === 0 ? 'no level' : levels.join(', ');
  return missing.length === 0
    ? passed('levels', `verified there: ${stated}`)
    : failed('levels', `verified there: ${stated}; ${missing.join(', ')} is expected`);
}

/** Levels of one track include those below: `SLSA_BUILD_LEVEL_3` is more than `SLSA_BUILD_LEVEL_2`. */
function reaches(stated: string, wanted: string): boolean {
  if (stated === wanted) return true;
  const [have, need] = [stated, wanted].map((text) => /^(SLSA_[A-Z]+_LEVEL_)(\d)$/u.exec(text));
  return have != null && need != null && have[1] === need[1] && Number(have[2]) >= Number(need[2]);
}

const passed = (step: VerificationStepId, because: string): VerificationStep => ({ step, outcome: 'passed', because });
const failed = (step: VerificationStepId, because: string): VerificationStep => ({ step, outcome: 'failed', because });
