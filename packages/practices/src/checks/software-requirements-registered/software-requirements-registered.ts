// SPDX-License-Identifier: Apache-2.0
import { no, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { daysBefore } from '../../days/days-before.ts';
import { recordContent } from '../../records/record-content.ts';

export const softwareRequirementsRegistered: Check = defineCheck({
  id: 'software-requirements-registered',
  question: 'Is there an owned register of the security requirements that the software must meet?',
  scope: 'product',
  needs: ['record:requirements'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'The product has written security requirements with ids, and somebody owns them.',
    doesNotShow: 'Whether they are the right ones, or met (software-requirements-covered).',
    resolve:
      'Keep security/requirements.yaml with an owner, a version and the requirements (OWASP ASVS can be imported).',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Choose the requirements that apply, from OWASP ASVS and from the risks of your own product',
      'Keep them in security/requirements.yaml with ids, an owner, a version and the day of the last review',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:requirements': item }, { asOf }) {
    const { content, refusal } = recordContent(item, 'security requirements');
    if (refusal !== null) return refusal;
    const { requirements, owner, reviewedOn } = content;
    const ids = new Set(requirements.map(({ id, text }) => (text.trim() === '' ? '' : id.trim())));
    if (requirements.length === 0) return no('The register of requirements is empty', [cite(item)]);
    if (ids.has('') || ids.size !== requirements.length)
      return no('Some requirements have no id or text of their own', [cite(item)]);
    if (owner === null || owner.trim() === '') return no('Nobody owns the register of requirements', [cite(item)]);
    const sources = new Set(requirements.map(({ source }) => source ?? 'own'));
    const isDated = reviewedOn !== null && daysBefore(reviewedOn, asOf) >= 0;
    return yes(
      `${counted(requirements.length, 'requirement')} from ${counted(sources.size, 'source')} with an owner`,
      [cite(item, { strength: isDated ? 'documented' : 'asserted' })],
      [{ name: 'requirements', value: requirements.length }],
    );
  },
});
