// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { percent } from '../../words/percent.ts';
import { shortText } from '../../words/short-text.ts';

const shareMin = 0.9;

// SP 800-218 PO.2.1 example 7: designate a group of individuals or a team as the code owner for each project.
export const codeOwnersCoverSources: Check = defineCheck({
  id: 'code-owners-cover-sources',
  question: 'Do at least 90 % of the source files have a code owner?',
  scope: 'repository',
  needs: ['code-owners'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'For nine source files of ten, the last rule that matches names an owner.',
    doesNotShow: 'Whether the owners exist and may write, or whether their review is required (changes-need-review).',
    resolve: 'Keep the code owners file readable in the repository.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Write CODEOWNERS with a rule for every part of the source, a team rather than one person',
      'Require the review of code owners in the rules of the default branch',
    ],
    patch: 'add-code-owners',
  },
  answer({ 'code-owners': item }) {
    if (item.state === 'absent') return no(`No code owners: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { path, owners, sourceFiles, ownedSourceFiles, unownedExamples, placeholder, problems } = item.fact;
    if (placeholder) return no(`${path} still holds placeholders`, [cite(item)]);
    if (sourceFiles === 0) return notApplicable('The tree holds no source file', [cite(item)]);
    const measures = [{ name: 'source files with an owner', value: ownedSourceFiles, of: sourceFiles }];
    const broken = problems.length === 0 ? '' : `; ${problems.length} lines of it are wrong`;
    const because = `${ownedSourceFiles} of ${sourceFiles} source files (${percent(ownedSourceFiles, sourceFiles)}) have an owner, ${counted(owners, 'owner')} in all${broken}`;
    if (ownedSourceFiles / sourceFiles >= shareMin) return yes(because, [cite(item, { at: path })], measures);
    const [example] = unownedExamples;
    return no(
      example === undefined ? because : `${because}; ${shortText(example)} has none`,
      [cite(item, { at: path })],
      measures,
    );
  },
});
