// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { nameSome } from '../../words/name-some.ts';
import { recordContent } from '../../records/record-content.ts';
import { allCounted } from '../../words/all-counted.ts';

// SP 800-218 PW.4.2. Which package is in-house no lockfile tells: the register of suppliers does.
export const inHouseComponentsAssessed: Check = defineCheck({
  id: 'in-house-components-assessed',
  question: 'Does every component that the organisation makes itself have an assessment of its own?',
  scope: 'product',
  needs: ['record:suppliers'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'The register is declared complete, and each in-house component in it names its own assessment.',
    doesNotShow: 'What those assessments found; read them.',
    resolve: 'List the in-house components in security/suppliers.yaml and declare complete: true.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'List the components that the organisation makes itself as suppliers of kind in-house',
      'Assess each one’s repository, and enter where its assessment stands',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:suppliers': item }) {
    const { content, refusal } = recordContent(item, 'suppliers');
    if (refusal !== null) return refusal;
    const inHouse = content.suppliers.filter(({ kind }) => kind === 'in-house');
    const without = inHouse.filter(({ assessment }) => (assessment ?? '').trim() === '');
    const measures = [
      { name: 'in-house components assessed', value: inHouse.length - without.length, of: inHouse.length },
    ];
    if (without.length > 0)
      return no(
        `${without.length} of ${inHouse.length} in-house components have no assessment: ${nameSome(without.map(({ name }) => name))}`,
        [cite(item)],
        measures,
      );
    if (!content.complete)
      return unknown(
        `${inHouse.length} in-house components assessed, but the register is not declared complete`,
        'List every in-house component and declare complete: true in security/suppliers.yaml',
        [cite(item)],
        measures,
      );
    if (inHouse.length === 0) return notApplicable('The complete register names no in-house component', [cite(item)]);
    return yes(`Assessed: ${allCounted(inHouse.length, 'in-house component')}`, [cite(item)], measures);
  },
});
