// SPDX-License-Identifier: Apache-2.0
import type { Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext } from '../analysis-context.ts';
import type { Ternary } from '../three-valued.ts';
import { pathCoverage } from '../triggers/path-coverage.ts';
import { compileGlob } from '../triggers/path-glob.ts';
import { at, textAt, textsOf, type YamlNode } from '../yaml/yaml-node.ts';

/** How a pipeline starts: without `trigger:` on every push, without `pr:` on every pull request, as Azure Pipelines has it. */
export function azureTriggers(pipeline: YamlNode, context: AnalysisContext): readonly Trigger[] {
  const found: Trigger[] = [];
  const push = at(pipeline, 'trigger');
  if (!isNone(push)) {
    found.push(branchTrigger('push', push, context));
    const tags = at(push, 'tags');
    if (tags !== undefined)
      found.push({
        event: 'tag',
        defaultBranch: 'no',
        branches: textsOf(at(tags, 'include') ?? tags),
        paths: 'none',
        line: tags.line,
      });
  }
  const request = at(pipeline, 'pr');
  if (!isNone(request)) found.push(branchTrigger('pull-request', request, context));
  const schedules = at(pipeline, 'schedules');
  if (schedules !== undefined)
    found.push({ event: 'schedule', defaultBranch: 'unknown', branches: [], paths: 'none', line: schedules.line });
  if (found.length === 0)
    found.push({ event: 'manual', defaultBranch: 'unknown', branches: [], paths: 'none', line: push?.line ?? 1 });
  return found;
}

const isNone = (node: YamlNode | undefined): boolean => textAt(node) === 'none';

function branchTrigger(event: 'push' | 'pull-request', node: YamlNode | undefined, context: AnalysisContext): Trigger {
  const branches = node?.kind === 'map' ? at(node, 'branches') : node;
  const include = textsOf(branches?.kind === 'map' ? at(branches, 'include') : branches);
  const exclude = textsOf(at(branches, 'exclude'));
  return {
    event,
    defaultBranch: matched(include, exclude, context.defaultBranch),
    branches: include,
    paths: pathsOf(at(node, 'paths'), context),
    line: node?.line ?? 1,
  };
}

function matched(include: readonly string[], exclude: readonly string[], branch: string | null): Ternary {
  if (include.length === 0 && exclude.length === 0) return 'yes';
  if (branch === null) return 'unknown';
  const fits = (pattern: string): boolean => {
    const plain = pattern.replace(/^refs\/heads\//, '');
    return (
      plain === '*' ||
      plain === branch ||
      (plain.includes('*') && compileGlob(plain.replaceAll('*', '**')).test(branch))
    );
  };
  return (include.length === 0 || include.some(fits)) && !exclude.some(fits) ? 'yes' : 'no';
}

function pathsOf(node: YamlNode | undefined, { sources }: AnalysisContext): Trigger['paths'] {
  if (node === undefined) return 'none';
  const include = textsOf(node.kind === 'map' ? at(node, 'include') : node);
  const [isIncluded, isExcluded] = [under(include), under(textsOf(at(node, 'exclude')))];
  return pathCoverage(sources, (path) => (include.length === 0 || isIncluded(path)) && !isExcluded(path));
}

/** Whether a path is one of the patterns or lies under a folder that is. */
function under(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.slice(0, 100).map((pattern) => ({
    start: `${pattern.replace(/^\//, '').replace(/\/?\*{0,2}$/, '')}/`,
    glob: compileGlob(pattern.replace(/^\//, '')),
  }));
  return (path) => globs.some(({ start, glob }) => start === '/' || path.startsWith(start) || glob.test(path));
}
