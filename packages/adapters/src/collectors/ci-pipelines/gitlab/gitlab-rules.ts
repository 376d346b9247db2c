// SPDX-License-Identifier: Apache-2.0
import type { AnalysisContext } from '../analysis-context.ts';
import { allOf, anyOf, notOf, type Ternary } from '../three-valued.ts';
import { compileLinearRegex } from '../triggers/linear-regex.ts';
import { pathCoverage } from '../triggers/path-coverage.ts';
import { compileGlob } from '../triggers/path-glob.ts';
import { at, itemsOf, textAt, textsOf, type YamlMap, type YamlNode } from '../yaml/yaml-node.ts';
import { evaluateGitlab } from './gitlab-expression.ts';
import type { GitlabScenario } from './gitlab-scenario.ts';
import { withoutReference } from './merge-nodes.ts';

/** Whether a job is added to a pipeline and starts by itself, from its `rules`, `only`, `except` and `when`. */
export function jobRuns(job: YamlMap, root: YamlMap, scenario: GitlabScenario, context: AnalysisContext): Ternary {
  const rules = at(job, 'rules');
  if (rules !== undefined)
    return firstRule(rulesOf(rules, root), scenario, context, textAt(job, 'when') ?? 'on_success');
  const isManual = isIdle(textAt(job, 'when') ?? 'on_success');
  if (isManual) return 'no';
  const [only, except] = [withoutReference(at(job, 'only'), root), withoutReference(at(job, 'except'), root)];
  if (only === undefined && except === undefined) {
    // Without any rule a job has `only: [branches, tags]`, unless `workflow:rules` decide for all.
    return at(root, 'workflow', 'rules') === undefined && scenario.kind === 'merge-request' ? 'no' : 'yes';
  }
  const wanted =
    only === undefined ? (scenario.kind === 'merge-request' ? 'no' : 'yes') : policy(only, scenario, context, 'only');
  return allOf([wanted, except === undefined ? 'yes' : notOf(policy(except, scenario, context, 'except'))]);
}

/** Whether a pipeline is created at all. */
export function pipelineRuns(root: YamlMap, scenario: GitlabScenario, context: AnalysisContext): Ternary {
  const rules = at(root, 'workflow', 'rules');
  return rules === undefined ? 'yes' : firstRule(rulesOf(rules, root), scenario, context, 'always');
}

function rulesOf(node: YamlNode, root: YamlMap, depth = 0): readonly YamlNode[] {
  const resolved = withoutReference(node, root);
  if (resolved === undefined || depth > 8) return [];
  if (resolved.kind !== 'list') return [resolved];
  return resolved.items.flatMap((item) => rulesOf(item, root, depth + 1)).slice(0, 300);
}

const isIdle = (when: string): boolean => when === 'never' || when === 'manual' || when === 'on_failure';

/** The first rule that applies decides; where it cannot be told whether one applies, both ways must agree. */
function firstRule(
  rules: readonly YamlNode[],
  scenario: GitlabScenario,
  context: AnalysisContext,
  when: string,
): Ternary {
  let possible: Ternary | null = null;
  for (const rule of rules) {
    const applies = ruleApplies(rule, scenario, context);
    if (applies === 'no') continue;
    const outcome: Ternary = isIdle(textAt(rule, 'when') ?? when) ? 'no' : 'yes';
    if (possible !== null && possible !== outcome) return 'unknown';
    if (applies === 'yes') return outcome;
    possible = outcome;
  }
  // No rule may apply at all: then the job is left out.
  return possible === 'yes' ? 'unknown' : 'no';
}

function ruleApplies(rule: YamlNode, scenario: GitlabScenario, context: AnalysisContext): Ternary {
  const condition = textAt(rule, 'if');
  const changes = at(rule, 'changes');
  const exists = at(rule, 'exists');
  return allOf([
    condition === undefined ? 'yes' : evaluateGitlab(condition, scenario.variables),
    changes === undefined ? 'yes' : changesApply(changes, scenario, context),
    exists === undefined ? 'yes' : existsApply(exists, context),
  ]);
}

/** `changes` holds for every change of the main language where its patterns cover that; for a tag or schedule always. */
function changesApply(node: YamlNode, scenario: GitlabScenario, { sources }: AnalysisContext): Ternary {
  if (scenario.kind === 'tag' || scenario.kind === 'schedule') return 'yes';
  const globs = textsOf(at(node, 'paths') ?? node)
    .slice(0, 100)
    .map((pattern) => compileGlob(pattern));
  return pathCoverage(sources, (path) => globs.some((glob) => glob.test(path))) === 'partial' ? 'unknown' : 'yes';
}

function existsApply(node: YamlNode, { files }: AnalysisContext): Ternary {
  const patterns = textsOf(at(node, 'paths') ?? node).slice(0, 50);
  if (patterns.some((pattern) => pattern.includes('$')) || at(node, 'project') !== undefined) return 'unknown';
  const found = patterns.some((pattern) => {
    const plain = pattern.replace(/^\//, '');
    if (!/[*?[{]/.test(plain)) return files.has(plain);
    const glob = compileGlob(plain);
    const ending = /[\w.]*$/.exec(plain)?.[0] ?? '';
    return files.paths.some((path) => path.endsWith(ending) && glob.test(path));
  });
  return found ? 'yes' : 'no';
}

const refKinds: { readonly [ref: string]: readonly GitlabScenario['kind'][] } = {
  branches: ['branch', 'default-branch', 'schedule'],
  tags: ['tag'],
  merge_requests: ['merge-request'],
  pushes: ['branch', 'default-branch', 'tag'],
  schedules: ['schedule'],
};

function policy(node: YamlNode, scenario: GitlabScenario, context: AnalysisContext, kind: 'only' | 'except'): Ternary {
  if (node.kind !== 'map') return refsApply(textsOf(node), scenario, context);
  const refs = at(node, 'refs');
  const variables = at(node, 'variables');
  const changes = at(node, 'changes');
  const parts: readonly Ternary[] = [
    ...(refs === undefined
      ? kind === 'only'
        ? [refsApply(['branches', 'tags'], scenario, context)]
        : []
      : [refsApply(textsOf(refs), scenario, context)]),
    ...(variables === undefined
      ? []
      : [anyOf(itemsOf(variables).map((item) => evaluateGitlab(textAt(item) ?? '', scenario.variables)))]),
    ...(changes === undefined ? [] : [changesApply(changes, scenario, context)]),
  ];
  return kind === 'only' ? allOf(parts) : anyOf(parts);
}

function refsApply(refs: readonly string[], scenario: GitlabScenario, { origin }: AnalysisContext): Ternary {
  return anyOf(
    refs.map((written): Ternary => {
      const [ref = '', project] = written.split('@');
      if (project !== undefined && origin !== null && project.toLowerCase() !== origin.slug.toLowerCase())
        return 'unknown';
      const kinds = Object.hasOwn(refKinds, ref) ? refKinds[ref] : undefined;
      if (kinds) return kinds.includes(scenario.kind) ? 'yes' : 'no';
      if (/^(?:web|api|triggers|pipelines|chat|external|external_pull_requests|parent_pipeline)$/.test(ref))
        return 'no';
      if (scenario.kind === 'merge-request') return 'no';
      const name = scenario.variables('CI_COMMIT_REF_NAME');
      if (typeof name !== 'string') return 'unknown';
      const regex = /^\/(.*)\/(i?)$/s.exec(ref);
      if (!regex) return ref === name ? 'yes' : 'no';
      const compiled = compileLinearRegex(regex[1] ?? '', { ignoreCase: regex[2] === 'i' });
      return compiled === null ? 'unknown' : compiled.test(name) ? 'yes' : 'no';
    }),
  );
}
