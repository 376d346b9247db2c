// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { RiskEntry } from '@plumbline/core/facts/records/risks-record';
import { isDayFrom } from '../../days/iso-day.ts';
import { nameSome } from '../../words/name-some.ts';
import { recordContent } from '../../records/record-content.ts';
import { allCounted } from '../../words/all-counted.ts';

// SP 800-218 PW.1.2 example 1: record the response to each risk.
export const risksTracked: Check = defineCheck({
  id: 'risks-tracked',
  question: 'Does every recorded risk have a response, an owner, and a review that is not overdue?',
  scope: 'product',
  needs: ['record:risks'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'The register of risks is kept: somebody owns each risk, decided on it, and will look again in time.',
    doesNotShow: 'Whether the register is complete, or whether the responses were carried out.',
    resolve: 'Keep security/risks.yaml and declare the records folder in plumbline.yaml.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Enter the risks that the threat model and past vulnerabilities show',
      'Give each a decision, an owner and the day of its next review',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:risks': item }, { asOf }) {
    const { content, refusal } = recordContent(item, 'risks');
    if (refusal !== null) return refusal;
    const { risks } = content;
    if (risks.length === 0) return no('The register of risks names none', [cite(item)]);
    const loose = risks.filter((risk) => !isTracked(risk, asOf));
    const measures = [{ name: 'risks tracked', value: risks.length - loose.length, of: risks.length }];
    if (loose.length > 0)
      return no(
        `${loose.length} of ${risks.length} risks lack a decision, an owner or a coming review: ${nameSome(loose.map(({ id }) => id))}`,
        [cite(item)],
        measures,
      );
    return yes(
      `With a decision, an owner and a coming review: ${allCounted(risks.length, 'risk')}`,
      [cite(item)],
      measures,
    );
  },
});

function isTracked({ decision, owner, reviewOn }: RiskEntry, asOf: string): boolean {
  const owned = owner !== null && owner.trim() !== '';
  return decision !== 'undecided' && owned && isDayFrom(reviewOn, asOf);
}
