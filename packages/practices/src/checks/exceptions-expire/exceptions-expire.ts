// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { ExceptionEntry } from '@plumbline/core/facts/records/exceptions-record';
import { isDayFrom } from '../../days/iso-day.ts';
import { nameSome } from '../../words/name-some.ts';
import { recordContent } from '../../records/record-content.ts';
import { allCounted } from '../../words/all-counted.ts';

// SP 800-218 PW.1.2 examples 2 and 3. Two names in a file are asserted: nobody proved who approved (DESIGN §2.9),
// and an empty register is no stronger, so that recording an exception never costs anything.
export const exceptionsExpire: Check = defineCheck({
  id: 'exceptions-expire',
  question: 'Does every exception have a reason, an approver who did not request it, and an end that is yet to come?',
  scope: 'product',
  needs: ['record:exceptions'],
  strength: 'asserted',
  automation: 'people',
  guide: {
    shows:
      'The declared register of exceptions holds none that is unexplained, approved by its own requester, or without an end. An empty, declared register is evidence: nothing is excepted.',
    doesNotShow:
      'Who really approved: two names in a file are a named person’s word. Nor what is excepted without being recorded.',
    resolve:
      'Keep security/exceptions.yaml, empty if nothing is excepted, and declare the records folder in plumbline.yaml.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Enter every exception to a requirement with its reason and who asked for it',
      'Let somebody else approve it, until a day on which it is looked at again',
      'Renew or remove what has expired',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:exceptions': item }, { asOf }) {
    const { content, refusal } = recordContent(item, 'exceptions');
    if (refusal !== null) return refusal;
    const { exceptions } = content;
    if (exceptions.length === 0) return yes('The register is kept and holds no exception', [cite(item)]);
    const loose = exceptions.filter((exception) => !isBounded(exception, asOf));
    const measures = [{ name: 'exceptions in order', value: exceptions.length - loose.length, of: exceptions.length }];
    if (loose.length > 0)
      return no(
        `${loose.length} of ${exceptions.length} exceptions lack a reason, another’s approval or a coming end: ${nameSome(loose.map(({ id }) => id))}`,
        [cite(item)],
        measures,
      );
    return yes(
      `With a reason, another’s approval and a coming end: ${allCounted(exceptions.length, 'exception')}`,
      [cite(item)],
      measures,
    );
  },
});

function isBounded({ reason, requestedBy, approvedBy, approvedOn, expires }: ExceptionEntry, asOf: string): boolean {
  const approver = approvedBy?.trim().toLowerCase() ?? '';
  const byAnother = approver !== '' && approver !== requestedBy.trim().toLowerCase();
  const approved = approvedOn !== null && Date.parse(approvedOn) <= Date.parse(asOf);
  const coming = isDayFrom(expires, asOf);
  return reason.trim() !== '' && byAnother && approved && coming;
}
