// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { shortText } from '../../words/short-text.ts';
import { noneCounted } from '../../words/none-counted.ts';

// SP 800-218 PO.4.2 example 4: prevent any alteration or deletion of the information.
export const evidenceIntact: Check = defineCheck({
  id: 'evidence-intact',
  question: 'Do the digests and signatures of all kept gate results still verify?',
  scope: 'product',
  needs: ['gate-results'],
  strength: 'observed',
  freshDays: 30,
  automation: 'automatic',
  guide: {
    shows: 'Every kept result was read again, and its digest and signature are those of the day it was made.',
    doesNotShow: 'Results that were never kept (gate-results-kept), or who may read them.',
    resolve: 'Assess where the results of the gate are kept (.plumbline/): each is read again.',
  },
  remedy: {
    effort: 'days',
    steps: ['Sign each result when it is made', 'Find out why a result no longer verifies before trusting the others'],
    after: ['gate-results-kept'],
  },
  answer({ 'gate-results': item }) {
    if (item.state === 'absent') return no(`No result of a gate is kept: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { expected, kept, verified, broken } = item.fact;
    if (expected === 0 && kept === 0) return notApplicable('No result had to be kept in the window', [cite(item)]);
    const measures = [{ name: 'results that verify', value: verified, of: kept }];
    if (broken.length > 0) {
      return no(
        `${counted(broken.length, 'kept result')} no longer verifies, such as ${shortText(broken[0] ?? '')}`,
        citeAll(
          item,
          broken.map((name) => shortText(name)),
        ),
        measures,
      );
    }
    if (kept === 0) return no(`${noneCounted(expected, 'expected result')} is there to verify`, [cite(item)], measures);
    if (verified < kept)
      return unknown(
        `Only ${verified} of ${kept} kept results were verified`,
        'Verify all of them',
        [cite(item)],
        measures,
      );
    return yes(`Verified again: ${allCounted(kept, 'kept result')}`, [cite(item)], measures);
  },
});
