// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse, Injection, Job, Step } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext } from '../analysis-context.ts';
import { pinOfImage } from '../external-pin.ts';
import { toolsOfScript } from '../follow/tools-of-script.ts';
import { allIgnored, mergeTools, toolUse } from '../merge-tools.ts';
import { joinScript, type ScriptText } from '../script-text.ts';
import { allOf, anyOf, type Ternary } from '../three-valued.ts';
import { at, entriesOf, isTrue, itemsOf, textAt, textsOf, type YamlMap, type YamlNode } from '../yaml/yaml-node.ts';
import { gitlabRunner } from './gitlab-runner.ts';
import { jobRuns, pipelineRuns } from './gitlab-rules.ts';
import { type GitlabScenario, gitlabScenario } from './gitlab-scenario.ts';
import { scriptItems, withoutReference } from './merge-nodes.ts';

/** A job as GitLab sees it: with all that it extends and the defaults. */
export type GitlabJob = {
  readonly name: string;
  readonly line: number;
  readonly node: YamlMap;
  readonly root: YamlMap;
};

export type GitlabJobReading = { readonly job: Job; readonly externalUses: readonly ExternalUse[] };

/** `above`: whether the pipeline that starts a child pipeline runs. */
export type Above = { readonly onPullRequest: Ternary; readonly onPush: Ternary };

const variantsMax = 16;

export function readGitlabJob(job: GitlabJob, context: AnalysisContext, above: Above): GitlabJobReading {
  const { node, root, line, name } = job;
  const own = variablesOf(job);
  const variants = matrixOf(node).map((matrix) => new Map([...own, ...matrix]));
  const inherited = (key: string): YamlNode | undefined =>
    withoutReference(at(node, key) ?? at(root, 'default', key) ?? at(root, key), root);
  const main = joinScript(
    [
      ...scriptItems(inherited('before_script'), root),
      ...scriptItems(at(node, 'script'), root),
      ...scriptItems(at(node, 'run'), root),
    ],
    node.path,
    line,
  );
  const after = joinScript(scriptItems(inherited('after_script'), root), node.path, line);
  const images = imagesOf([inherited('image'), ...itemsOf(inherited('services'))], node.path, line, variants);
  const rules = textAt(node, 'when');
  const environment = textAt(node, 'environment') ?? textAt(node, 'environment', 'name');
  return {
    job: {
      id: name,
      line,
      ...gitlabRunner(textsOf(inherited('tags')), images[0]?.reference ?? '', variants, context),
      ...(rules === undefined ? {} : { condition: `when: ${rules}` }),
      mayFail: isTrue(at(node, 'allow_failure')),
      ...gitlabEvents(job, context, above, own),
      permissions: 'unset',
      usesSecrets:
        at(node, 'secrets') !== undefined ||
        at(node, 'id_tokens') !== undefined ||
        namesSecrets(`${main.text}\n${after.text}`, own),
      ...(environment === undefined ? {} : { environment }),
      steps: [...stepsOf(main, variants, context, false), ...stepsOf(after, variants, context, true)],
    },
    externalUses: images,
  };
}

/** Whether a change, and the default branch, start a job: through merge request or branch pipelines. */
export function gitlabEvents(
  job: Pick<GitlabJob, 'node' | 'root'>,
  context: AnalysisContext,
  above: Above,
  own: ReadonlyMap<string, string>,
): Above {
  const runs = (kind: GitlabScenario['kind']): Ternary => {
    const scenario = gitlabScenario(kind, context.defaultBranch, own);
    return allOf([pipelineRuns(job.root, scenario, context), jobRuns(job.node, job.root, scenario, context)]);
  };
  return {
    onPullRequest: allOf([above.onPullRequest, anyOf([runs('merge-request'), runs('branch')])]),
    onPush: allOf([above.onPush, runs('default-branch')]),
  };
}

export function variablesOf({ node, root }: Pick<GitlabJob, 'node' | 'root'>): ReadonlyMap<string, string> {
  const entries = [...entriesOf(at(root, 'variables')), ...entriesOf(at(node, 'variables'))];
  return new Map(entries.map(({ key, value }) => [key, textAt(value) ?? textAt(value, 'value') ?? '']));
}

/** The variables of `parallel:matrix`, one map for each job that it makes. */
function matrixOf(node: YamlMap): readonly ReadonlyMap<string, string>[] {
  const found: ReadonlyMap<string, string>[] = [];
  for (const item of itemsOf(at(node, 'parallel', 'matrix'))) {
    let combinations: ReadonlyMap<string, string>[] = [new Map()];
    for (const { key, value } of entriesOf(item)) {
      combinations = combinations
        .flatMap((known) => textsOf(value).map((text) => new Map([...known, [key, text]])))
        .slice(0, variantsMax);
    }
    found.push(...combinations);
  }
  return found.length === 0 ? [new Map()] : found.slice(0, variantsMax);
}

function stepsOf(
  script: ScriptText,
  variants: readonly ReadonlyMap<string, string>[],
  context: AnalysisContext,
  isAfter: boolean,
): readonly Step[] {
  if (script.text.trim() === '') return [];
  const found = variants.map((variables) =>
    toolsOfScript(script.text, { files: context.files, directory: '', variables }),
  );
  return [
    {
      line: script.lineOf(0),
      tools: mergeTools(found.flat().map(({ way, line }) => toolUse(way, script.lineOf(line)))),
      // GitLab ignores the exit code of `after_script`.
      mayFail: isAfter || found.every(allIgnored),
      injections: injectionsOf(script),
      checksOutUntrusted: false,
    },
  ];
}

const untrusted =
  'CI_(?:COMMIT_(?:MESSAGE|TITLE|DESCRIPTION|AUTHOR|REF_NAME|BRANCH|TAG_MESSAGE)|MERGE_REQUEST_(?:TITLE|DESCRIPTION|SOURCE_BRANCH_NAME)|EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME)';
const evaluated = new RegExp(
  `(?:^|[\\s;&|(])(?:eval\\s+["]?|(?:ba|da|z|k)?sh\\s+-\\w{0,6}c\\s+"|(?:python3?|perl|ruby|node|php)\\s+-\\w{0,3}[cer]\\s+")[^"'\\n]{0,500}?\\$\\{?(${untrusted})\\b`,
);

/** GitLab hands variables over as environment: only where a second evaluation reads them does their text become a script. */
function injectionsOf(script: ScriptText): readonly Injection[] {
  return script.text.split('\n').flatMap((text, index) => {
    const name = evaluated.exec(text.slice(0, 4000))?.[1];
    return name === undefined ? [] : [{ expression: `$${name}`, line: script.lineOf(index) }];
  });
}

/** Images with their variables resolved as far as the configuration tells. */
function imagesOf(
  nodes: readonly (YamlNode | undefined)[],
  path: string,
  fallback: number,
  variants: readonly ReadonlyMap<string, string>[],
): readonly ExternalUse[] {
  return nodes.flatMap((node) => {
    const written = textAt(node) ?? textAt(node, 'name');
    if (node === undefined || written === undefined || written === '') return [];
    const references = new Set(variants.map((variables) => withValues(written, variables)));
    return [...references].map((reference): ExternalUse => ({
      kind: 'image',
      reference,
      pinnedBy: pinOfImage(reference),
      line: node.path === path ? node.line : fallback,
    }));
  });
}

export function withValues(text: string, variables: ReadonlyMap<string, string>): string {
  let result = text.slice(0, 1000);
  for (let round = 0; round < 3 && result.includes('$') && result.length < 4000; round += 1) {
    result = result.replaceAll(
      /\$(?:\{(\w{1,100})\}|(\w{1,100}))/g,
      (whole, braced: string | undefined, bare: string | undefined) => variables.get(braced ?? bare ?? '') ?? whole,
    );
  }
  return result;
}

const secretName =
  /\$\{?([A-Z][A-Z0-9_]{0,60}?(?:TOKEN|PASSWORD|PASSWD|SECRET|API_?KEY|PRIVATE_KEY|CREDENTIALS?)[A-Z0-9_]{0,30})/g;

/** Whether a script names a variable that looks like a secret and that the configuration does not itself set. */
function namesSecrets(script: string, own: ReadonlyMap<string, string>): boolean {
  return [...script.matchAll(secretName)].some(
    ([, name = '']) =>
      !own.has(name) && !/^CI_(?:JOB_TOKEN|REGISTRY_PASSWORD|DEPENDENCY_PROXY|DEPLOY_PASSWORD)/.test(name),
  );
}
