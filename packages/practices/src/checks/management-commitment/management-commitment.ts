// SPDX-License-Identifier: Apache-2.0
import { no, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { shortText } from '../../words/short-text.ts';
import { statementOn } from '../../records/statement-on.ts';

// SP 800-218 PO.2.3. Only people can say this. A signature is a separate mark: a signed statement is still a statement.
export const managementCommitment: Check = defineCheck({
  id: 'management-commitment',
  question: 'Has a named officer committed to secure development in the last twelve months?',
  scope: 'organisation',
  needs: ['record:statements'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'Somebody with an office in the organisation stated the commitment, and the statement is current.',
    doesNotShow: 'Whether money and time follow, or whether everybody concerned has heard of it.',
    resolve:
      'Record the statement in security/statements.yaml under the topic management-commitment, with its role and day.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Let the accountable officer state the commitment to secure development and convey it to everybody with a role',
      'Record it in security/statements.yaml (topic management-commitment) with role, day and the published document',
      'Sign the commit that adds it',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:statements': item }, { asOf }) {
    const { statement, citation, refusal } = statementOn(item, 'management-commitment', asOf);
    if (refusal !== null) return refusal;
    const office = (statement.role ?? '').trim();
    if (office === '') return no('The statement does not say which office its maker holds', [citation]);
    return yes(`Stated on ${shortText(statement.on)} by an officer (${shortText(office)})`, [citation]);
  },
});
