// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { citeAll } from '@plumbline/core/answers/cite';
import type { Threat } from '@plumbline/core/facts/threat-models';
import { nameSome } from '../../words/name-some.ts';
import { productThreatModels } from '../../records/product-threat-models.ts';
import { allCounted } from '../../words/all-counted.ts';

// SP 800-218 PW.1.1 example 1: determine how to address the risks.
export const threatsDecided: Check = defineCheck({
  id: 'threats-decided',
  question: 'Is every threat of the models mitigated, accepted, transferred, or open with an owner?',
  scope: 'product',
  needs: ['threat-models', 'project-documents'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows: 'Every threat that a structured model lists has a decision, or somebody who owes one.',
    doesNotShow: 'Whether the mitigations exist and work, or whether the list of threats is complete.',
    resolve: 'List the threats with their states in a structured model: a machine cannot count them in prose.',
  },
  remedy: {
    effort: 'hours',
    steps: ['Go through the undecided threats', 'Give each a state, and each open one an owner'],
    after: ['threat-model-present'],
  },
  answer({ 'threat-models': item, 'project-documents': documents }) {
    const { models, refusal } = productThreatModels(item, documents);
    if (refusal !== null) return refusal;
    const structured = models.filter((model) => model.threats !== null);
    const prose = models.length - structured.length;
    const threats = structured.flatMap((model) => model.threats ?? []);
    const places = citeAll(
      item,
      models.map(({ at }) => at),
    );
    if (threats.length === 0)
      return unknown(
        `No model lists threats that a machine can count (${prose} of ${models.length} in prose)`,
        'List the threats with their states in security/threat-models, OTM, Threat Dragon or Threagile',
        places,
      );
    const undecided = threats.filter((threat) => !isDecided(threat));
    const measures = [{ name: 'threats decided', value: threats.length - undecided.length, of: threats.length }];
    if (undecided.length > 0)
      return no(
        `${undecided.length} of ${threats.length} threats are undecided, or open without an owner: ${nameSome(undecided.map(({ id }) => id))}`,
        places,
        measures,
      );
    const apart = prose > 0 ? ` (${prose} models in prose not counted)` : '';
    return yes(`Decided or owned: ${allCounted(threats.length, 'threat')}${apart}`, places, measures);
  },
});

function isDecided({ state, owner }: Threat): boolean {
  if (state === 'undecided') return false;
  return state !== 'open' || (owner !== null && owner.trim() !== '');
}
