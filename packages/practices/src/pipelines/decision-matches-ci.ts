// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { CheckId } from '@plumbline/core/answers/check';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import { ciBlindSpot } from './ci-blind-spot.ts';
import { nameSome } from '../words/name-some.ts';
import { statementOn } from '../records/statement-on.ts';
import { toolRuns } from './tool-runs.ts';
import { allCounted } from '../words/all-counted.ts';

/** `topic` is the check whose statement holds the decision; `byPeople` are methods that no pipeline runs. */
export type DecisionWish = {
  readonly topic: CheckId;
  readonly purposes: readonly ToolPurpose[];
  readonly byPeople: readonly string[];
  readonly asOf: string;
};

/** Holds what was decided (ids of tools or purposes) against what pipelines run; it never judges the decision itself. */
export function decisionMatchesCi(
  statements: Seen<'record:statements'>,
  ci: Seen<'ci-pipelines'>,
  { topic, purposes, byPeople, asOf }: DecisionWish,
): Answer {
  const { statement, citation, refusal } = statementOn(statements, topic, asOf);
  if (refusal !== null) return { ...refusal, because: `Nothing to compare: ${refusal.because}` };
  const decided = [...new Set(statement.decision.map((entry) => entry.trim().toLowerCase()))].filter(
    (entry) => entry !== '',
  );
  const byTool = decided.filter((entry) => !byPeople.includes(entry));
  if (decided.length === 0) return no('The decision names no method', [citation, cite(ci)]);
  if (byTool.length === 0)
    return notApplicable(`The decision names no method that a pipeline runs: ${nameSome(decided)}`, [
      citation,
      cite(ci),
    ]);
  const runs = ci.state === 'absent' ? [] : toolRuns(ci.fact, purposes);
  const isRun = (entry: string): boolean =>
    runs.some(({ tool }) => tool.tool === entry || tool.purposes.some((purpose) => purpose === entry));
  const unseen = byTool.filter((entry) => !isRun(entry));
  const measures = [
    { name: 'decided methods that a pipeline runs', value: byTool.length - unseen.length, of: byTool.length },
  ];
  const seen = runs.filter(({ tool }) =>
    byTool.some((entry) => tool.tool === entry || tool.purposes.some((purpose) => purpose === entry)),
  );
  if (unseen.length === 0)
    return yes(
      `Run in a pipeline: ${allCounted(byTool.length, 'decided method')} (${nameSome(byTool)})`,
      [citation, ...citeAll(ci, seen)],
      measures,
    );
  const blind = ci.state === 'absent' ? null : ciBlindSpot(ci.fact);
  if (blind !== null)
    return unknown(`Not seen: ${nameSome(unseen)}; ${blind.because}`, blind.resolve, [citation, cite(ci)], measures);
  return no(`Decided, but no pipeline runs it: ${nameSome(unseen)}`, [citation, cite(ci)], measures);
}
