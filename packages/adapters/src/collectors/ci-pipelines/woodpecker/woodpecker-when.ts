// SPDX-License-Identifier: Apache-2.0
import type { Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext } from '../analysis-context.ts';
import { allOf, anyOf, type Ternary } from '../three-valued.ts';
import { pathCoverage } from '../triggers/path-coverage.ts';
import { compileGlob } from '../triggers/path-glob.ts';
import { at, itemsOf, textAt, textsOf, type YamlNode } from '../yaml/yaml-node.ts';

/** Whether a `when:` lets an ordinary event through: one of its alternatives does. Without one: yes. */
export function whenHolds(when: YamlNode | undefined, event: string, context: AnalysisContext): Ternary {
  const alternatives = itemsOf(when);
  return alternatives.length === 0
    ? 'yes'
    : anyOf(alternatives.slice(0, 100).map((item) => holds(item, event, context)));
}

function holds(item: YamlNode, event: string, { defaultBranch, origin }: AnalysisContext): Ternary {
  const onBranch = event === 'push' || event === 'pull_request' || event === 'cron' || event === 'manual';
  const evaluate = textAt(item, 'evaluate');
  const status = textsOf(at(item, 'status'));
  const repo = at(item, 'repo');
  return allOf([
    listed(at(item, 'event'), event),
    onBranch
      ? defaultBranch === null && at(item, 'branch') !== undefined
        ? 'unknown'
        : listed(at(item, 'branch'), defaultBranch ?? '')
      : 'yes',
    evaluate === undefined ? 'yes' : 'unknown',
    status.length === 1 && status[0] === 'failure' ? 'no' : 'yes',
    repo === undefined || origin !== null ? 'yes' : 'unknown',
    at(item, 'cron') !== undefined && event === 'cron' ? 'unknown' : 'yes',
    at(item, 'ref') === undefined
      ? 'yes'
      : listed(
          at(item, 'ref'),
          event === 'tag'
            ? 'refs/tags/v1.2.3'
            : event === 'pull_request'
              ? 'refs/pull/1/head'
              : `refs/heads/${defaultBranch ?? ''}`,
        ),
  ]);
}

/** A list of globs, or `include` and `exclude` lists. */
function listed(node: YamlNode | undefined, value: string): Ternary {
  if (node === undefined) return 'yes';
  const matches = (patterns: readonly string[]): boolean =>
    patterns
      .slice(0, 100)
      .some((pattern) =>
        compileGlob(
          pattern.replaceAll('$${CI_REPO_DEFAULT_BRANCH}', value).replaceAll('${CI_REPO_DEFAULT_BRANCH}', value),
        ).test(value),
      );
  if (node.kind !== 'map') return matches(textsOf(node)) ? 'yes' : 'no';
  const include = textsOf(at(node, 'include'));
  return (include.length === 0 || matches(include)) && !matches(textsOf(at(node, 'exclude'))) ? 'yes' : 'no';
}

/** How the path filters of the alternatives for an event narrow it: as little as the widest of them. */
export function whenPaths(when: YamlNode | undefined, event: string, context: AnalysisContext): Trigger['paths'] {
  const filters = itemsOf(when)
    .filter((item) => holds(item, event, context) !== 'no')
    .map((item) => at(item, 'path'));
  if (filters.length === 0 || filters.some((filter) => filter === undefined)) return 'none';
  const covers = (path: string): boolean => filters.some((filter) => filter !== undefined && pathStarts(filter, path));
  return pathCoverage(context.sources, covers);
}

function pathStarts(filter: YamlNode, path: string): boolean {
  const matches = (patterns: readonly string[]): boolean => patterns.some((pattern) => compileGlob(pattern).test(path));
  if (filter.kind !== 'map') return matches(textsOf(filter));
  const include = textsOf(at(filter, 'include'));
  return (include.length === 0 || matches(include)) && !matches(textsOf(at(filter, 'exclude')));
}
