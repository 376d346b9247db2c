// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import type { OscalFinding, OscalObservation } from '@plumbline/formats/oscal/assessment-results';
import { listed, ownProp, type OscalProp } from '@plumbline/formats/oscal/oscal-document';
import type { Observations } from './observations.ts';
import type { OscalIds } from './oscal-ids.ts';
import { oscalMarkup } from './oscal-text.ts';

type Target = Pick<OscalFinding['target'], 'status' | 'implementation-status'>;

/** What OSCAL has a status for. */
const targets: { readonly [verdict: string]: Target | undefined } = {
  met: { status: { state: 'satisfied', reason: 'pass' }, 'implementation-status': { state: 'implemented' } },
  'partly-met': { status: { state: 'not-satisfied', reason: 'fail' }, 'implementation-status': { state: 'partial' } },
  'not-met': { status: { state: 'not-satisfied', reason: 'fail' } },
};

/** A finding for every task that is met, partly met or not met. The target is the statement of NIST's control. */
export function findingsOf(
  { verdicts, tasks }: Assessment,
  ids: OscalIds,
  observations: Observations,
): readonly OscalFinding[] {
  return verdicts.flatMap((verdict) => {
    const target = targets[verdict.verdict];
    if (target === undefined) return [];
    const text = tasks.find(({ id }) => id === verdict.task)?.text ?? verdict.task;
    return {
      uuid: ids.finding(verdict.task),
      title: titleOf(verdict),
      description: oscalMarkup(verdict.because),
      props: propsOf(verdict),
      origins: ids.origins,
      target: {
        type: 'statement-id',
        'target-id': `statement_${verdict.task}`,
        description: oscalMarkup(text),
        ...target,
      },
      ...listed(
        'related-observations',
        verdict.answers.map((given) => ({ 'observation-uuid': observations.uuidOf(given) })),
      ),
    } satisfies OscalFinding;
  });
}

/** An observation for every task that OSCAL has no status for: unknown or not applicable. */
export function undecidedOf(
  { verdicts, asOf }: Assessment,
  ids: OscalIds,
  observations: Observations,
): readonly OscalObservation[] {
  const undecided = verdicts.filter(({ verdict }) => targets[verdict] === undefined);
  return undecided.map((verdict) => ({
    uuid: ids.undecided(verdict.task),
    title: titleOf(verdict),
    description: oscalMarkup(verdict.because),
    props: propsOf(verdict),
    ...listed(
      'links',
      verdict.answers.map((given) => ({ href: `#${observations.uuidOf(given)}`, rel: 'related-observation' })),
    ),
    methods: [verdict.verdict === 'unknown' ? 'UNKNOWN' : 'EXAMINE'],
    types: ['control-objective'],
    origins: ids.origins,
    subjects: [{ 'subject-uuid': ids.subject, type: 'component' }],
    collected: asOf,
  }));
}

const titleOf = ({ task, verdict }: Verdict): string => `${task}: ${verdictSigns[verdict].word}`;

function propsOf({ task, verdict, strength, scope, untailored }: Verdict): readonly OscalProp[] {
  return [
    ownProp('task', task),
    ownProp('verdict', verdict),
    ...(strength === null ? [] : [ownProp('strength', strength)]),
    ...scope.map((name) => ownProp('scope', name)),
    ...(untailored === undefined ? [] : [ownProp('verdict-without-tailoring', untailored)]),
  ];
}
