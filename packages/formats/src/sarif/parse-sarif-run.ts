// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import { commitId, commitOfProperty, soleCommit } from '../imports/commit-id.ts';
import { bounded } from '../imports/named-tool.ts';
import { createProblems, type Problems } from '../imports/problems.ts';
import { at, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { parseSarifInvocations } from './parse-sarif-invocations.ts';
import { parseSarifPurposes } from './parse-sarif-purposes.ts';
import { parseSarifRules, type SarifRules } from './parse-sarif-rules.ts';
import { parseSarifScope, type SarifScope } from './parse-sarif-scope.ts';

/** What a run says beside its results. */
export type SarifRun = {
  readonly tool: string | null;
  readonly toolVersion: string | null;
  readonly commit: string | null;
  readonly completed: boolean | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly purposes: readonly ToolPurpose[];
  readonly rules: SarifRules;
  readonly scope: SarifScope;
  /** Of the run and, as they are read, of its results. */
  readonly problems: Problems;
  /** The run itself, for what few readers ask. */
  readonly json: JsonObject;
};

/** One run without its results. `place` names it in problems. */
export function parseSarifRun(run: JsonObject, place: string): SarifRun {
  const problems = createProblems();
  const driver = objectOf(at(run, 'tool', 'driver'));
  const name = textOf(driver['name']);
  if (name === null) problems.add(`SARIF §3.19.8: ${place}.tool.driver.name is missing`);
  const toolVersion = versionOf(driver);
  if (toolVersion === null) problems.add(`SARIF §3.19.13: ${place}.tool.driver has no version`);
  const rules = parseSarifRules(run);
  const { completed, startedAt, finishedAt } = parseSarifInvocations(run, place, problems);
  return {
    tool: bounded(name),
    toolVersion: bounded(toolVersion),
    commit: commitOf(run, place, problems),
    completed: hasResults(run, place, problems) || completed === false ? completed : null,
    startedAt,
    finishedAt,
    purposes: parseSarifPurposes(run, name, rules),
    rules,
    scope: parseSarifScope(run),
    problems,
    json: run,
  };
}

/** §3.19.12 to §3.19.14: a tool states its version in one of three ways. */
function versionOf(driver: JsonObject): string | null {
  return textOf(driver['semanticVersion']) ?? textOf(driver['version']) ?? textOf(driver['dottedQuadFileVersion']);
}

/** A run without a list of results says nothing about findings, not even that there are none (§3.14.23). */
function hasResults(run: JsonObject, place: string, problems: Problems): boolean {
  const elsewhere = objectsOf(at(run, 'externalPropertyFileReferences', 'results')).length > 0;
  if (elsewhere) problems.add(`SARIF §3.14.2: ${place} keeps results in other files, which are not read`);
  const listed = Array.isArray(run['results']);
  if (!listed) problems.add(`SARIF §3.14.23: ${place}.results is no list: not even "no findings" is said`);
  return listed && !elsewhere;
}

/** §3.14.13; else a property of the run that names the commit. */
function commitOf(run: JsonObject, place: string, problems: Problems): string | null {
  const revisions = objectsOf(run['versionControlProvenance']).map(({ revisionId }) => textOf(revisionId));
  const named = revisions.map((revision) => commitId(revision));
  if (revisions.some((revision, index) => revision !== null && named[index] === null))
    problems.add(`SARIF §3.23.4: a revisionId of ${place} is no commit`);
  const { commit, several } = soleCommit(named);
  if (several) problems.add(`SARIF §3.14.13: ${place} names several commits; it is about none of them alone`);
  if (commit !== null || several) return commit;
  const properties = Object.entries(objectOf(run['properties']));
  return soleCommit(properties.map(([key, value]) => commitOfProperty(key, textOf(value)))).commit;
}
