// SPDX-License-Identifier: Apache-2.0
import { no, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { recordContent } from '../../records/record-content.ts';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 PO.1.2 example 2: verify compliance at key points in the SDLC.
export const softwareRequirementsCovered: Check = defineCheck({
  id: 'software-requirements-covered',
  question: 'Is every security requirement linked to a test, a check or a review?',
  scope: 'product',
  needs: ['record:requirements'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'For each requirement somebody wrote down where it is verified.',
    doesNotShow: 'Whether the named tests exist and pass; a link is a claim until it is followed.',
    resolve: 'Fill in coveredBy for each requirement in security/requirements.yaml.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Name in coveredBy the test, check or review that verifies each requirement',
      'Write tests for the requirements that have none',
    ],
    after: ['software-requirements-registered'],
  },
  answer({ 'record:requirements': item }) {
    const { content, refusal } = recordContent(item, 'security requirements');
    if (refusal !== null) return refusal;
    const { requirements } = content;
    if (requirements.length === 0) return no('The register of requirements is empty', [cite(item)]);
    const open = requirements.filter(({ coveredBy }) => !coveredBy.some((name) => name.trim() !== ''));
    const measures = [
      { name: 'requirements covered', value: requirements.length - open.length, of: requirements.length },
    ];
    const [first] = open;
    if (first === undefined)
      return yes(
        `What verifies it is named for ${allCounted(requirements.length, 'requirement')}`,
        [cite(item)],
        measures,
      );
    return no(
      `Nothing verifies ${open.length} of ${counted(requirements.length, 'requirement')}, such as ${shortText(first.id)}`,
      [cite(item)],
      measures,
    );
  },
});
