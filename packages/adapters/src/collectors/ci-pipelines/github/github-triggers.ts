// SPDX-License-Identifier: Apache-2.0
import type { Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext } from '../analysis-context.ts';
import type { Ternary } from '../three-valued.ts';
import { pathCoverage } from '../triggers/path-coverage.ts';
import { compileGlob } from '../triggers/path-glob.ts';
import { at, entriesOf, itemsOf, textsOf, type YamlEntry, type YamlNode } from '../yaml/yaml-node.ts';

/** One trigger with GitHub's own name of its event, for evaluating conditions. */
export type GithubTrigger = { readonly name: string; readonly trigger: Trigger };

const events: { readonly [name: string]: Trigger['event'] } = {
  push: 'push',
  pull_request: 'pull-request',
  pull_request_target: 'pull-request-target',
  merge_group: 'merge-queue',
  release: 'release',
  schedule: 'schedule',
  workflow_dispatch: 'manual',
  workflow_call: 'called',
  workflow_run: 'workflow-run',
  issue_comment: 'comment',
  pull_request_review: 'comment',
  pull_request_review_comment: 'comment',
  pull_request_comment: 'comment',
  discussion_comment: 'comment',
  commit_comment: 'comment',
};

/** Every way a workflow starts, from its `on:`. */
export function githubTriggers(workflow: YamlNode, context: AnalysisContext): readonly GithubTrigger[] {
  const on = at(workflow, 'on') ?? at(workflow, 'true');
  if (on?.kind === 'map') return entriesOf(on).flatMap((entry) => fromEntry(entry, context));
  return itemsOf(on).flatMap((item) =>
    textsOf(item).flatMap((name) => fromEntry({ key: name, line: item.line, value: item }, context)),
  );
}

function fromEntry({ key, line, value }: YamlEntry, context: AnalysisContext): readonly GithubTrigger[] {
  const event = Object.hasOwn(events, key) ? (events[key] ?? 'other') : 'other';
  const plain: Trigger = { event, defaultBranch: defaultFor(event), branches: [], paths: 'none', line };
  if (key === 'push') return fromPush(plain, value, context).map((trigger) => ({ name: key, trigger }));
  if (event === 'pull-request' || event === 'pull-request-target' || event === 'merge-queue') {
    return [{ name: key, trigger: fromPullRequest(plain, value, context) }];
  }
  if (event === 'workflow-run') return [{ name: key, trigger: { ...plain, branches: textsOf(at(value, 'branches')) } }];
  return [{ name: key, trigger: plain }];
}

function defaultFor(event: Trigger['event']): Ternary {
  if (event === 'push' || event === 'pull-request' || event === 'pull-request-target' || event === 'merge-queue')
    return 'yes';
  if (event === 'schedule') return 'yes';
  return event === 'called' || event === 'manual' || event === 'workflow-run' ? 'unknown' : 'no';
}

function fromPush(plain: Trigger, value: YamlNode, context: AnalysisContext): readonly Trigger[] {
  const tags = at(value, 'tags') ?? at(value, 'tags-ignore');
  const branches = at(value, 'branches') ?? at(value, 'branches-ignore');
  const paths = pathsOf(value, context);
  const onTags: Trigger = {
    event: 'tag',
    defaultBranch: 'no',
    branches: textsOf(tags),
    paths,
    line: tags?.line ?? plain.line,
  };
  if (tags !== undefined && branches === undefined) return [onTags];
  const onBranches: Trigger = {
    ...plain,
    defaultBranch: branchMatch(value, context),
    branches: textsOf(branches),
    paths,
  };
  return tags === undefined ? [onBranches] : [onBranches, onTags];
}

function fromPullRequest(plain: Trigger, value: YamlNode, context: AnalysisContext): Trigger {
  const types = textsOf(at(value, 'types'));
  const branches = textsOf(at(value, 'branches') ?? at(value, 'branches-ignore'));
  const base = { ...plain, branches, paths: pathsOf(value, context) };
  if (types.length === 0 || types.includes('synchronize') || types.includes('checks_requested')) {
    return { ...base, defaultBranch: branchMatch(value, context) };
  }
  // Opened but not updated: later changes are not seen. Closed, labelled and the like: no change starts it.
  return types.includes('opened')
    ? { ...base, defaultBranch: 'unknown' }
    : { ...base, event: plain.event === 'pull-request' ? 'other' : plain.event, defaultBranch: 'no' };
}

function branchMatch(value: YamlNode, { defaultBranch }: AnalysisContext): Ternary {
  const only = at(value, 'branches');
  const ignored = at(value, 'branches-ignore');
  const patterns = textsOf(only ?? ignored);
  if (only === undefined && ignored === undefined) return 'yes';
  if (defaultBranch === null) return patterns.includes('**') && only !== undefined ? 'yes' : 'unknown';
  if (patterns.some((pattern) => pattern.includes('${{'))) return 'unknown';
  const matched = lastMatch(patterns, defaultBranch);
  return matched === (only !== undefined) ? 'yes' : 'no';
}

/** GitHub: patterns count in order, `!` takes back what an earlier one matched. */
function lastMatch(patterns: readonly string[], text: string): boolean {
  let matched = false;
  for (const pattern of patterns.slice(0, 200)) {
    const negated = pattern.startsWith('!');
    if (compileGlob(negated ? pattern.slice(1) : pattern, 'github').test(text)) matched = !negated;
  }
  return matched;
}

function pathsOf(value: YamlNode, { sources }: AnalysisContext): Trigger['paths'] {
  const only = textsOf(at(value, 'paths'));
  const ignored = textsOf(at(value, 'paths-ignore'));
  if (only.length === 0 && ignored.length === 0) return 'none';
  const globs = (only.length > 0 ? only : ignored).slice(0, 200).map((pattern) => ({
    negated: pattern.startsWith('!'),
    glob: compileGlob(pattern.replace(/^!/, ''), 'github'),
  }));
  return pathCoverage(sources, (path) => {
    let matched = false;
    for (const { negated, glob } of globs) if (glob.test(path)) matched = !negated;
    return matched === only.length > 0;
  });
}
