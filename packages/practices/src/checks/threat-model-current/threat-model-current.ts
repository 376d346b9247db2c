// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { ThreatModel } from '@plumbline/core/facts/threat-models';
import { productThreatModels } from '../../records/product-threat-models.ts';
import { reviewedWithinYear } from '../../days/reviewed-within-year.ts';
import type { Seen } from '@plumbline/core/evidence/evidence';
import { shortText } from '../../words/short-text.ts';
import { isoDay } from '../../days/iso-day.ts';

// SP 800-218 PW.1.1: the newest model is compared; which part of the product a change touched cannot be told.
// A doubt falls on the side of looking again: whatever part came or went since, the model has to be held against it.
export const threatModelCurrent: Check = defineCheck({
  id: 'threat-model-current',
  question: 'Was a threat model changed or reviewed since the architecture last changed?',
  scope: 'product',
  needs: ['threat-models', 'project-documents'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows:
      'The newest model was reviewed or changed after the architecture last changed, as far as a tree shows it. The tree on the day of the model (the day that it states, else that of its last commit) is compared with the assessed one: components (folders of source at the top, or below folders such as services/, apps/ and packages/), container images, services of Compose files, charts, deployment manifests and infrastructure code, interface definitions (OpenAPI, Protocol Buffers, GraphQL), and libraries that serve or reach a network in manifests. Any that came or went since is a change. Where the history cannot be looked through, a model of the last twelve months counts.',
    doesNotShow:
      'Whether the review looked at that change, whether older models beside it are current too, or changes inside a part that keeps its place: a new route, another way to sign in, a moved trust boundary.',
    resolve:
      'Date the review inside the model, and assess a full clone so that changes to the architecture can be seen.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Hold the model against what changed since its last review',
      'Update it and record the day of the review in it',
    ],
    after: ['threat-model-present'],
  },
  answer({ 'threat-models': item, 'project-documents': documents }, { asOf }) {
    const { models, refusal } = productThreatModels(item, documents);
    if (refusal !== null) return refusal;
    const dated = models
      .map((model) => ({ at: model.at, day: newestDay(model, asOf) }))
      .filter(({ day }) => day !== '')
      .toSorted((a, b) => (a.day < b.day ? 1 : -1));
    const [newest] = dated;
    if (newest === undefined)
      return unknown('No threat model says when it was reviewed', 'Record the day of the review in the model', [
        cite(item, { at: models[0].at }),
      ]);
    const here = [cite(item, { at: newest.at })] as const;
    const { changedOn, change, looked } = lookOf(item);
    if (changedOn !== null && !(Date.parse(newest.day) >= Date.parse(changedOn.slice(0, 10))))
      return no(
        `The newest model is of ${newest.day}; the architecture changed on ${isoDay(changedOn)}${change}`,
        here,
      );
    if (changedOn !== null)
      return yes(
        `The newest model is of ${newest.day}, the last change to the architecture of ${isoDay(changedOn)}`,
        here,
      );
    if (looked)
      return yes(
        `The newest model is of ${newest.day}; no component, deployment, interface or network library came or went since`,
        here,
      );
    if (reviewedWithinYear(newest.day, asOf))
      return yes(
        `The newest model is of ${newest.day}, in the last twelve months; changes to the architecture since could not be looked for`,
        here,
      );
    return unknown(
      `The newest model is of ${newest.day}, older than twelve months; changes to the architecture since could not be looked for`,
      'Assess a full clone, or review the model again and record the day in it',
      here,
    );
  },
});

type Look = { readonly changedOn: string | null; readonly change: string; readonly looked: boolean };

function lookOf(item: Seen<'threat-models'>): Look {
  if (item.state === 'absent') return { changedOn: null, change: '', looked: false };
  const { architectureChangedOn, architectureChange, architectureLookedSince } = item.fact;
  const change = architectureChange === undefined ? '' : `: ${shortText(architectureChange.what)}`;
  return { changedOn: architectureChangedOn, change, looked: architectureLookedSince !== undefined };
}

// What lies after the day of the assessment does not count.
function newestDay(model: ThreatModel, asOf: string): string {
  const days = [model.reviewedOn, model.lastChangedOn].flatMap((day) =>
    day !== null && Date.parse(day) <= Date.parse(asOf) ? [isoDay(day)] : [],
  );
  return days.toSorted().at(-1) ?? '';
}
