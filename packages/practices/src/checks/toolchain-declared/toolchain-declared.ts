// SPDX-License-Identifier: Apache-2.0
import { no, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { recordContent } from '../../records/record-content.ts';
import { reviewedWithinYear } from '../../days/reviewed-within-year.ts';

export const toolchainDeclared: Check = defineCheck({
  id: 'toolchain-declared',
  question: 'Does an owned and current record say which tools must and should be in the toolchain?',
  scope: 'product',
  needs: ['record:toolchain'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'Somebody decided on the tools, each with its purpose, said which are mandatory, and reviewed it within a year.',
    doesNotShow: 'Whether they are used (toolchain-as-declared), or mitigate the risks of this product.',
    resolve: 'Keep security/toolchain.yaml with an owner, a review date and the tools.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'List the tools of the toolchain in security/toolchain.yaml, each with its purpose and whether it is mandatory',
      'Name an owner and record the day of the review',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:toolchain': item }, { asOf }) {
    const { content, refusal } = recordContent(item, 'the declared toolchain');
    if (refusal !== null) return refusal;
    const { tools, owner, reviewedOn } = content;
    const mandatory = tools.filter((tool) => tool.mandatory).length;
    if (mandatory === 0) return no('No tool is declared as mandatory', [cite(item)]);
    if (tools.some(({ tool, purpose }) => tool.trim() === '' || purpose.trim() === ''))
      return no('Some tools are declared without a name or a purpose', [cite(item)]);
    if (owner === null || owner.trim() === '') return no('Nobody owns the declared toolchain', [cite(item)]);
    if (!reviewedWithinYear(reviewedOn, asOf))
      return no('The declared toolchain was not reviewed in the last twelve months', [cite(item)]);
    return yes(
      `${counted(tools.length, 'tool')} declared, ${mandatory} of them mandatory, reviewed on ${reviewedOn}`,
      [cite(item)],
      [{ name: 'mandatory tools', value: mandatory, of: tools.length }],
    );
  },
});
