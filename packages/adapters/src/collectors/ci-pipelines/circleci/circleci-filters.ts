// SPDX-License-Identifier: Apache-2.0
import type { AnalysisContext } from '../analysis-context.ts';
import { allOf, type Ternary } from '../three-valued.ts';
import { compileLinearRegex } from '../triggers/linear-regex.ts';
import { at, textsOf, type YamlNode } from '../yaml/yaml-node.ts';

export type CircleFilters = { readonly onPullRequest: Ternary; readonly onPush: Ternary; readonly onTag: boolean };

/** For which branches a workflow starts a job. Conditions on pipeline values cannot be told from the file. */
export function circleciFilters(call: YamlNode, workflow: YamlNode, { defaultBranch }: AnalysisContext): CircleFilters {
  const branches = at(call, 'filters', 'branches');
  const isConditional = at(workflow, 'when') !== undefined || at(workflow, 'unless') !== undefined;
  const started: Ternary = workflowRuns(workflow) ? (isConditional ? 'unknown' : 'yes') : 'no';
  const runs = (branch: string): Ternary => allOf([started, branchRuns(branches, branch)]);
  return {
    onPullRequest: runs('an-ordinary-change'),
    onPush: defaultBranch === null && branches !== undefined ? 'unknown' : runs(defaultBranch ?? 'main'),
    onTag: at(call, 'filters', 'tags', 'only') !== undefined,
  };
}

/** A workflow with `triggers` starts by its schedule alone. */
export function workflowRuns(workflow: YamlNode): boolean {
  return at(workflow, 'triggers') === undefined;
}

function branchRuns(filter: YamlNode | undefined, branch: string): Ternary {
  if (filter === undefined) return 'yes';
  const only = at(filter, 'only');
  const ignored = textsOf(at(filter, 'ignore')).some((pattern) => fits(pattern, branch));
  if (ignored) return 'no';
  return only === undefined || textsOf(only).some((pattern) => fits(pattern, branch)) ? 'yes' : 'no';
}

/** A branch name, or a regular expression between slashes that must fit as a whole. */
function fits(pattern: string, branch: string): boolean {
  const regex = /^\/(.*)\/$/s.exec(pattern)?.[1];
  return regex === undefined ? pattern === branch : (compileLinearRegex(`^(?:${regex})$`)?.test(branch) ?? false);
}
