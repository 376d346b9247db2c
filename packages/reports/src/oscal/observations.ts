// SPDX-License-Identifier: Apache-2.0
import type { Answer, Citation } from '@plumbline/core/answers/answer';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import { strongest, type Strength } from '@plumbline/core/evidence/strength';
import type { GivenAnswer } from '@plumbline/core/verdicts/verdict';
import type { OscalObservation } from '@plumbline/formats/oscal/assessment-results';
import { listed, ownProp } from '@plumbline/formats/oscal/oscal-document';
import type { OscalIds } from './oscal-ids.ts';
import { oscalMarkup, oscalString } from './oscal-text.ts';

/** One observation an answer; an answer that several tasks get alike stands once. */
export type Observations = {
  readonly all: readonly OscalObservation[];
  readonly uuidOf: (given: GivenAnswer) => string;
};

export function observationsOf(assessment: Assessment, ids: OscalIds): Observations {
  const evidence = new Map<string, Evidence>(assessment.evidence.map((item) => [item.digest, item]));
  const variants = new Map<string, number>();
  const all = new Map<string, OscalObservation>();
  for (const given of assessment.verdicts.flatMap(({ answers }) => answers)) {
    if (all.has(keyOf(given))) continue;
    const variant = (variants.get(given.check) ?? 0) + 1;
    variants.set(given.check, variant);
    const { answer } = given;
    const cited = answer.citations.flatMap((citation) => evidence.get(citation.evidence) ?? []);
    all.set(keyOf(given), {
      uuid: ids.observation(given.check, variant),
      title: oscalMarkup(given.question),
      description: oscalMarkup(answer.because),
      props: propsOf(given),
      methods: [methodOf(answer)],
      types: ['control-objective'],
      origins: ids.origins,
      subjects: [{ 'subject-uuid': ids.subject, type: 'component' }],
      ...listed(
        'relevant-evidence',
        answer.citations.map((citation) => relevantEvidence(citation, ids)),
      ),
      ...timesOf(cited, assessment.asOf),
      ...(answer.outcome === 'unknown' && { remarks: `Would answer it: ${oscalMarkup(answer.resolve)}` }),
    });
  }
  return { all: [...all.values()], uuidOf: (given) => all.get(keyOf(given))?.uuid ?? ids.observation(given.check, 1) };
}

const keyOf = ({ check, answer }: GivenAnswer): string => JSON.stringify([check, answer]);

function propsOf({ check, answer }: GivenAnswer): OscalObservation['props'] {
  return [
    ownProp('check', oscalString(check)),
    ownProp('outcome', answer.outcome),
    ...('strength' in answer ? [ownProp('strength', answer.strength)] : []),
    ...(answer.measures ?? []).map(({ name, value, of }) =>
      ownProp('measure', of === undefined ? String(value) : `${value} of ${of}`, oscalMarkup(name)),
    ),
  ];
}

const methods: { readonly [S in Strength]: OscalObservation['methods'][number] } = {
  asserted: 'INTERVIEW',
  documented: 'EXAMINE',
  observed: 'EXAMINE',
  tested: 'TEST',
};

/** SP 800-53A: examine what there is, interview people, test what it does. Where nothing was seen: unknown. */
function methodOf({ outcome, citations }: Answer): OscalObservation['methods'][number] {
  const [first, ...rest] = citations.map(({ strength }) => strength);
  return first === undefined || outcome === 'unknown' ? 'UNKNOWN' : methods[strongest([first, ...rest])];
}

function relevantEvidence(
  { evidence, location, strength, note }: Citation,
  ids: OscalIds,
): NonNullable<OscalObservation['relevant-evidence']>[number] {
  return {
    href: `#${ids.evidence(evidence)}`,
    description: oscalMarkup(location),
    props: [ownProp('strength', strength)],
    ...(note !== undefined && { remarks: oscalMarkup(note) }),
  };
}

/** Collected when the newest cited item was; it expires with the first of them. */
function timesOf(cited: readonly Evidence[], asOf: string): Pick<OscalObservation, 'collected' | 'expires'> {
  const collected = cited.map(({ collectedAt }) => collectedAt).sort();
  const [expires] = cited.flatMap(({ expiresAt }) => expiresAt ?? []).sort();
  return { collected: collected.at(-1) ?? asOf, ...(expires !== undefined && { expires }) };
}
