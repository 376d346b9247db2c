// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { shortText } from '../../words/short-text.ts';
import { noneCounted } from '../../words/none-counted.ts';

// SP 800-218 PW.1.2; doubtful case 15: prose with reasons counts, a description of the architecture does not.
export const designDecisionsRecorded: Check = defineCheck({
  id: 'design-decisions-recorded',
  question: 'Does the project keep design decisions with their reasons?',
  scope: 'product',
  needs: ['decision-records'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows: 'The repository holds decision records (ADRs, RFCs, a decision log) that say why.',
    doesNotShow: 'Whether every decision that matters for security is among them, or whether they are followed.',
    resolve: 'Keep the records in the repository, for example under docs/decisions.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Write the next decision that shapes security as one page: context, decision, reasons, consequences',
      'Add the decisions that newcomers keep asking about',
    ],
  },
  answer({ 'decision-records': item }) {
    if (item.state === 'absent') return no(`No record of design decisions: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { records, total } = item.fact;
    const reasoned = records.filter(({ hasReason }) => hasReason);
    const places = (reasoned.length > 0 ? reasoned : records).map(({ at }) => at);
    const measures = [{ name: 'decisions with a reason', value: reasoned.length, of: records.length }];
    if (reasoned.length === 0)
      return no(`${noneCounted(total, 'record')} gives a reason for a decision`, citeAll(item, places), measures);
    return yes(
      `${reasoned.length} of ${records.length} records give reasons (${total} in all)`,
      citeAll(item, places),
      measures,
    );
  },
});
