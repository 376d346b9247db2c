// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 PW.5.1: the coding practices of the project, written down. Security is among them, and is asked for apart.
export const codingStandardDocumented: Check = defineCheck({
  id: 'coding-standard-documented',
  question: 'Does the project say in writing how its code is to be written?',
  scope: 'repository',
  needs: ['project-documents'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows: 'A document sets rules for code, or names the published standard or style that the code follows.',
    doesNotShow:
      'Whether the rules concern security, whether they are complete, or whether anybody follows them (secure-coding-rules-enforced).',
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
        `Rules for code stand in ${nameSome([...new Set(standards.map(({ path }) => path))])}`,
        citeAll(item, standards),
      );
    const links = item.state === 'absent' ? [] : item.fact.elsewhere;
    const link =
      links.find(({ topic }) => topic === 'coding-standard') ?? links.find(({ topic }) => topic === 'contributing');
    if (link !== undefined)
      return unknown(
        link.topic === 'contributing'
          ? `The rules for contributors are said to be at ${shortText(link.url)}`
          : `The coding standard is said to be at ${shortText(link.url)}`,
        'Bring the rules, or the choice of a named standard, into the repository',
        [cite(item, { at: link.at })],
      );
    const where = item.state === 'absent' ? item.lookedIn : 'the documents of the tree';
    return no(`No document sets rules for code: ${where}`, [cite(item)]);
  },
});
