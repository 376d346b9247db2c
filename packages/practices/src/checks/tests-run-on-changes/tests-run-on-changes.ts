// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { changeRunAnswer } from '../../pipelines/change-run-answer.ts';
import { ciBlindSpot } from '../../pipelines/ci-blind-spot.ts';
import { noSourceHere } from '../../languages/no-source-here.ts';
import { mainLanguages } from '../../languages/main-languages.ts';
import { toolRuns } from '../../pipelines/tool-runs.ts';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 PW.8.2 examples 1 to 3; doubtful case 3.
export const testsRunOnChanges: Check = defineCheck({
  id: 'tests-run-on-changes',
  question: 'Do automated tests run on pull requests to, and pushes to, the default branch?',
  scope: 'repository',
  needs: ['ci-pipelines', 'repository-tree'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'Pipelines run a test tool on every pull request and push.',
    doesNotShow: 'What the tests cover, whether they test security features, or whether they passed.',
    resolve: 'Keep the job in the repository, with triggers and a test command that can be read.',
  },
  remedy: {
    effort: 'hours',
    steps: ['Add a job that runs the test suite', 'Start it on pull requests and on pushes to the default branch'],
  },
  answer({ 'ci-pipelines': item, 'repository-tree': tree }) {
    if (tree.state === 'absent' || mainLanguages(tree.fact).length === 0) return noSourceHere(tree);
    if (item.state === 'absent')
      return no(`No pipeline runs tests: ${shortText(item.lookedIn)} (CI outside the tree leaves no trace)`, [
        cite(item),
      ]);
    const runs = toolRuns(item.fact, ['test']);
    if (runs.length > 0) return changeRunAnswer(item, runs, 'CI outside the tree may do it');
    const blind = ciBlindSpot(item.fact);
    if (blind !== null) return unknown(blind.because, blind.resolve, citeAll(item, blind.places));
    const files = item.fact.pipelines.map(({ path }) => path);
    return no(`No job of ${files.length} pipelines runs a test tool that is recognised`, citeAll(item, files));
  },
});
