// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import type { GemaraAssessmentLog, GemaraEvidence, GemaraResult } from '@plumbline/formats/gemara/evaluation-log';
import type { ReportOptions } from '../report-options.ts';
import type { JudgedTask } from '../tasks-by-group.ts';
import { allowancesOf } from './allowances.ts';

/** One task: its checks are the steps of the procedure. */
export function assessmentLog(
  { task, verdict }: JudgedTask,
  assessment: Assessment,
  { help = {} }: ReportOptions,
): GemaraAssessmentLog {
  const { catalog, profile, asOf, evidence } = assessment;
  const { answers } = verdict;
  const cited = new Set<string>(answers.flatMap(({ answer }) => answer.citations.map((citation) => citation.evidence)));
  const items = evidence.filter(({ digest }) => cited.has(digest)).map(evidenceOf);
  const recommendation = recommendationOf(verdict, help);
  return {
    requirement: { 'reference-id': catalog.id, 'entry-id': task.id },
    description: task.text,
    result: resultOf(verdict),
    message: [verdict.because, ...allowancesOf(verdict, assessment)].join('; '),
    applicability: [profile.id],
    steps: answers.length === 0 ? ['no procedure yet'] : answers.map(({ check }) => check),
    ...(answers.length === 0 && { 'steps-executed': 0 }),
    start: asOf,
    ...(recommendation !== '' && { recommendation }),
    ...(items.length > 0 && { evidence: items }),
  };
}

/** Partly met has failed: Gemara has no word between. Where nothing was asked, nothing was run. */
export function resultOf({ verdict, answers }: Verdict): GemaraResult {
  if (verdict === 'unknown' && answers.length === 0) return 'Not Run';
  return results[verdict];
}

const results: { readonly [V in Verdict['verdict']]: GemaraResult } = {
  met: 'Passed',
  'partly-met': 'Failed',
  'not-met': 'Failed',
  unknown: 'Unknown',
  'not-applicable': 'Not Applicable',
};

/** What would turn the required answers that are no or unknown. */
function recommendationOf({ answers }: Verdict, help: NonNullable<ReportOptions['help']>): string {
  const advice = answers.flatMap(({ check, required, answer }) => {
    if (!required) return [];
    if (answer.outcome === 'unknown') return [answer.resolve];
    return answer.outcome === 'no' ? (help[check]?.remedy.steps ?? []) : [];
  });
  return [...new Set(advice)].join('\n');
}

/** The fact itself stays out: it can hold people's addresses. Our digest is the id, since it is not over a file's bytes. */
function evidenceOf({
  digest,
  kind,
  state,
  strength,
  location,
  collector,
  collectedAt,
  effectiveAt,
}: Evidence): GemaraEvidence {
  return {
    id: digest,
    type: kind,
    'collected-at': collectedAt,
    payload: {
      location,
      state,
      strength,
      'effective-at': effectiveAt,
      collector: `${collector.id} ${collector.version}`,
    },
    description: factSources[kind].title,
  };
}
