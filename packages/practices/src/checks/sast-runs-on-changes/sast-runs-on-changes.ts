// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { changeRunAnswer } from '../../pipelines/change-run-answer.ts';
import { ciBlindSpot } from '../../pipelines/ci-blind-spot.ts';
import { coversLanguage } from '../../languages/language-family.ts';
import { noSourceHere } from '../../languages/no-source-here.ts';
import { mainLanguages } from '../../languages/main-languages.ts';
import { nameSome } from '../../words/name-some.ts';
import { toolNames, toolRuns } from '../../pipelines/tool-runs.ts';
import { shortText } from '../../words/short-text.ts';

const elsewhere = 'a forge setting such as default code scanning may do it';

// SP 800-218 PW.7.2 examples 4 and 6; doubtful cases 2 and 3. The tool must analyse the main language: one for
// another language, default linters and an upload of somebody's SARIF look at something else.
export const sastRunsOnChanges: Check = defineCheck({
  id: 'sast-runs-on-changes',
  question: 'Does static analysis of the main language run on pull requests to, and pushes to, the default branch?',
  scope: 'repository',
  needs: ['ci-pipelines', 'repository-tree'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'Pipelines run a tool that looks for security or memory defects in the largest language, on every pull request and push. One that may fail without blocking still runs; the answer says so.',
    doesNotShow:
      'Whether a forge setting does it instead, which rules are on, or whether anybody triages the findings (analysis-findings-triaged).',
    resolve: 'Keep the job in the repository, with triggers that can be read, and name the languages that it analyses.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Add a job that analyses the main language (CodeQL, Semgrep, or one made for the language)',
      'Start it on pull requests and on pushes to the default branch, without path filters that leave out source',
    ],
    patch: 'add-sast-workflow',
  },
  answer({ 'ci-pipelines': item, 'repository-tree': tree }) {
    const [main] = tree.state === 'absent' ? [] : mainLanguages(tree.fact);
    if (main === undefined) return noSourceHere(tree);
    if (item.state === 'absent')
      return no(`No pipeline analyses the ${main.language}: ${shortText(item.lookedIn)} (${elsewhere})`, [
        cite(item),
        cite(tree),
      ]);
    const runs = toolRuns(item.fact, ['sast']);
    const fitting = runs.filter(({ tool }) => coversLanguage(tool.languages, main.language));
    if (fitting.length > 0) return changeRunAnswer(item, fitting, elsewhere);
    const silent = runs.filter(({ tool }) => tool.languages.length === 0);
    if (silent.length > 0)
      return unknown(
        `Whether ${nameSome(toolNames(silent))} analyses ${main.language} cannot be told`,
        'Name the languages that it analyses in the job',
        citeAll(item, silent),
      );
    const blind = ciBlindSpot(item.fact);
    if (blind !== null) return unknown(blind.because, blind.resolve, citeAll(item, blind.places));
    if (runs.length > 0)
      return no(`${nameSome(toolNames(runs))} analyses other languages than ${main.language} (${elsewhere})`, [
        ...citeAll(item, runs),
        cite(tree),
      ]);
    return no(`No job of ${item.fact.pipelines.length} pipelines analyses ${main.language} (${elsewhere})`, [
      cite(item),
      cite(tree),
    ]);
  },
});
