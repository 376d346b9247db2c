// SPDX-License-Identifier: Apache-2.0
import { no, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { recordContent } from '../../records/record-content.ts';
import { reviewedWithinYear } from '../../days/reviewed-within-year.ts';
import { uncoveredParts } from './parts-of-sdlc.ts';

// SP 800-218 PO.2.1 examples 1, 3 and 4: roles for all parts of the SDLC, reviewed every year.
export const securityRolesAssigned: Check = defineCheck({
  id: 'security-roles-assigned',
  question: 'Is every part of the SDLC in the charge of a role with holders, duties and an escalation path?',
  scope: 'organisation',
  needs: ['record:roles'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'Management, development, testing, release and operation, security, and vulnerability response each have a role with holders, responsibilities and an escalation path, reviewed in the last twelve months. One person may hold several roles.',
    doesNotShow: 'Whether the holders have the time and training for it (contributors-trained), or act as written.',
    resolve: 'Keep security/roles.yaml with responsibilities, holders, escalation and a review date for each role.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'List the roles in security/roles.yaml: who is accountable, who develops, tests, releases, secures and responds',
      'Give each role responsibilities, holders and an escalation path, and review the list every year',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:roles': item }, { asOf }) {
    const { content, refusal } = recordContent(item, 'roles');
    if (refusal !== null) return refusal;
    const { roles, owner, reviewedOn } = content;
    const whole = roles.filter(
      ({ responsibilities, holders, escalation }) =>
        responsibilities.length > 0 && holders.length > 0 && (escalation ?? '').trim() !== '',
    );
    const measures = [{ name: 'roles with holders, duties and escalation', value: whole.length, of: roles.length }];
    if (whole.length < roles.length || roles.length === 0) {
      const lacking = roles.length - whole.length;
      const because =
        roles.length === 0
          ? 'No role is recorded'
          : `${lacking} of ${counted(roles.length, 'role')} lack holders, responsibilities or an escalation path`;
      return no(because, [cite(item)], measures);
    }
    const uncovered = uncoveredParts(roles);
    if (uncovered.length > 0) return no(`No role is in charge of ${uncovered.join(', ')}`, [cite(item)], measures);
    if (!reviewedWithinYear(reviewedOn, asOf))
      return no('The roles were not reviewed in the last twelve months', [cite(item)], measures);
    const strength = owner === null ? 'asserted' : 'documented';
    return yes(
      `All parts of the SDLC are in the charge of ${counted(roles.length, 'role')}, reviewed on ${reviewedOn}`,
      [cite(item, { strength })],
      measures,
    );
  },
});
