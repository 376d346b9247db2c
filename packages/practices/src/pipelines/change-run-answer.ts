// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { citeAll } from '@plumbline/core/answers/cite';
import type { Found } from '@plumbline/core/evidence/evidence';
import { ciBlindSpot } from './ci-blind-spot.ts';
import { counted } from '../words/counted.ts';
import { nameSome } from '../words/name-some.ts';
import { onEveryChange, runsTogether } from './runs-on-changes.ts';
import { toolNames, type ToolRun } from './tool-runs.ts';

/**
 * Whether these runs, of which there is at least one, together look at every change. `mayBe`: what else could do it
 * and cannot be seen here, for the reason of a no.
 */
export function changeRunAnswer(item: Found<'ci-pipelines'>, runs: readonly ToolRun[], mayBe: string): Answer {
  const tools = nameSome(toolNames(runs));
  const together = runsTogether(runs.map((run) => run.on));
  const every = onEveryChange(together);
  if (every === 'yes') {
    const on = runs.filter((run) => run.on.pullRequest === 'yes' || run.on.push === 'yes');
    const soft = on.every((run) => run.step.mayFail || run.job.mayFail) ? ', without blocking' : '';
    return yes(`${tools}: on pull requests and on pushes to the default branch${soft}`, citeAll(item, on), [
      { name: 'places that run it on changes', value: on.length, of: runs.length },
    ]);
  }
  const missing = [
    ...(together.pullRequest === every ? ['pull requests'] : []),
    ...(together.push === every ? ['pushes'] : []),
  ].join(' and ');
  if (every === 'unknown')
    return unknown(
      `${tools}: whether it runs on ${missing} cannot be told from ${counted(runs.length, 'place')}`,
      'Start it on every pull request and push without path filters or conditions that only the forge can evaluate',
      citeAll(item, runs),
    );
  const blind = ciBlindSpot(item.fact);
  if (blind !== null)
    return unknown(`${tools}: not seen on ${missing}; ${blind.because}`, blind.resolve, citeAll(item, runs));
  return no(`${tools}: not on ${missing} of the default branch (${mayBe})`, citeAll(item, runs));
}
