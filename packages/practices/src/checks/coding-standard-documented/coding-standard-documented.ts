// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 PW.5.1: the secure coding practices of the organisation, written down.
export const codingStandardDocumented: Check = defineCheck({
  id: 'coding-standard-documented',
  question: 'Does the project say in writing how code is to be written so that it is secure?',
  scope: 'repository',
  needs: ['project-documents'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows: 'A document sets rules for code that concern security or safety, or names a coding standard that does.',
    doesNotShow: 'Whether anybody follows it (secure-coding-rules-enforced), or whether it is complete.',
    resolve:
      'Keep the standard, or the choice of a published one, in the repository: a link to another place cannot be read offline.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Choose a published standard for each main language, or write the few rules that matter here',
      'Say which of them tools check and which the reviewer does',
    ],
  },
  answer({ 'project-documents': item }) {
    const standards = item.state === 'absent' ? [] : item.fact.codingStandards;
    if (standards.length > 0)
      return yes(
        `Rules for secure code stand in ${nameSome([...new Set(standards.map(({ path }) => path))])}`,
        citeAll(item, standards),
      );
    const link =
      item.state === 'absent' ? undefined : item.fact.elsewhere.find(({ topic }) => topic === 'coding-standard');
    if (link !== undefined)
      return unknown(
        `The coding standard is said to be at ${shortText(link.url)}`,
        'Bring the rules, or the choice of a named standard, into the repository',
        [cite(item, { at: link.at })],
      );
    const where = item.state === 'absent' ? item.lookedIn : 'the documents of the tree';
    return no(`No document sets rules for secure code: ${where}`, [cite(item)]);
  },
});
