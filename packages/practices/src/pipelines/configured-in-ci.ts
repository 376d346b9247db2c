// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import { ciBlindSpot, runsByItself } from './ci-blind-spot.ts';
import { nameSome } from '../words/name-some.ts';
import { shortText } from '../words/short-text.ts';
import { startsByItself, toolNames, type ToolRun, toolRuns } from './tool-runs.ts';
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import { noneCounted } from '../words/none-counted.ts';

/** `what` is looked for, `mayBe` says what could do it and cannot be seen in the tree. */
export type Configured = {
  readonly purposes: readonly ToolPurpose[];
  readonly what: string;
  readonly mayBe: string;
};

/**
 * Whether a pipeline that starts by itself runs a tool for the purpose. Non-blocking counts as configured; on which
 * changes it runs is another question.
 */
export function configuredInCi(item: Seen<'ci-pipelines'>, { purposes, what, mayBe }: Configured): Answer {
  if (item.state === 'absent')
    return no(`No pipeline runs ${what}: ${shortText(item.lookedIn)} (${mayBe})`, [cite(item)]);
  const runs = toolRuns(item.fact, purposes);
  const automatic = runs.filter((run) => startsByItself(run));
  if (automatic.length > 0)
    return yes(`${nameSome(toolNames(automatic))} ${places(automatic)}`, citeAll(item, automatic));
  const blind = ciBlindSpot(item.fact, runsByItself);
  if (blind !== null)
    return unknown(`No pipeline seen runs ${what}; ${blind.because}`, blind.resolve, citeAll(item, blind.places));
  if (runs.length > 0)
    return no(`${nameSome(toolNames(runs))} runs only when somebody starts it (${mayBe})`, citeAll(item, runs));
  return no(`${noneCounted(item.fact.pipelines.length, 'pipeline file')} runs ${what} (${mayBe})`, [cite(item)]);
}

function places(runs: readonly ToolRun[]): string {
  const soft = runs.every(({ step, job }) => step.mayFail || job.mayFail) ? ', without blocking' : '';
  return runs.length === 1 ? `in ${runs[0]?.path}${soft}` : `in ${runs.length} places${soft}`;
}
