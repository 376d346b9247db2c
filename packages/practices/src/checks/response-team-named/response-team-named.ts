// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { RoleEntry } from '@plumbline/core/facts/records/roles-record';
import { counted } from '../../words/counted.ts';
import { recordContent } from '../../records/record-content.ts';
import { reviewedWithinYear } from '../../days/reviewed-within-year.ts';
import { noneCounted } from '../../words/none-counted.ts';

// SP 800-218 RV.1.3 example 2: a product security incident response team.
export const responseTeamNamed: Check = defineCheck({
  id: 'response-team-named',
  question: 'Does a current record of roles name who responds to vulnerability reports, and to whom they escalate?',
  scope: 'product',
  needs: ['record:roles'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'A role for incident or vulnerability response has holders and an escalation path, in a record that was reviewed in the last twelve months.',
    doesNotShow: 'Whether these people are there when it matters, or have practised.',
    resolve: 'Keep security/roles.yaml with a role for response, its holders, its escalation path and a review date.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Name at least two people who respond to reports',
      'Say to whom they escalate, and record both in security/roles.yaml',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:roles': item }, { asOf }) {
    const { content, refusal } = recordContent(item, 'roles');
    if (refusal !== null) return refusal;
    const here = [cite(item)] as const;
    const responders = content.roles.filter((role) => isForResponse(role));
    if (responders.length === 0)
      return no(`${noneCounted(content.roles.length, 'role')} is for the response to vulnerabilities`, here);
    const staffed = responders.filter(
      ({ holders, escalation }) => peopleIn(holders).size > 0 && (escalation ?? '').trim() !== '',
    );
    if (staffed.length === 0) return no('The role for response lacks holders or an escalation path', here);
    if (!reviewedWithinYear(content.reviewedOn, asOf))
      return no('The record of roles was not reviewed in the last twelve months', here);
    const people = peopleIn(staffed.flatMap(({ holders }) => holders)).size;
    return yes(`${counted(people, 'person', 'people')} for response, with an escalation path`, here);
  },
});

const subject = /psirt|csirt|incident|vulnerabilit|disclosure|security report/i;
const deed = /respon(?:se|d)|triage|handl|answer/i;

/** By its name, or by a responsibility that speaks of responding to vulnerabilities or incidents. */
function isForResponse({ role, responsibilities }: RoleEntry): boolean {
  if (/psirt|csirt|(?:incident|vulnerability|security).{0,20}respon|disclosure/i.test(role.slice(0, 200))) return true;
  return responsibilities.some((text) => {
    const short = text.slice(0, 500);
    return subject.test(short) && deed.test(short);
  });
}

const peopleIn = (holders: readonly string[]): ReadonlySet<string> =>
  new Set(holders.map((holder) => holder.trim().toLowerCase()).filter((holder) => holder !== ''));
