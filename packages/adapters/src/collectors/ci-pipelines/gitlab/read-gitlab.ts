// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse, Job, Pipeline, Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { Unread } from '@plumbline/core/facts/unread';
import {
  type AnalysisContext,
  type Elsewhere,
  nothingRead,
  type ReadSystem,
  type SystemReading,
} from '../analysis-context.ts';
import { uniqueUses } from '../external-pin.ts';
import { resolvePath } from '../follow/resolve-path.ts';
import { publishes } from '../publishes.ts';
import { anyOf, type Ternary } from '../three-valued.ts';
import { at, entriesOf, itemsOf, textAt, type YamlMap } from '../yaml/yaml-node.ts';
import { type GitlabConfig, loadGitlabConfig } from './gitlab-config.ts';
import { pipelineRuns } from './gitlab-rules.ts';
import { gitlabScenario } from './gitlab-scenario.ts';
import { withExtends } from './merge-nodes.ts';
import { type Above, gitlabEvents, readGitlabJob, variablesOf } from './read-gitlab-job.ts';
import { templateJobs } from './template-jobs.ts';

type Found = { readonly path: string; readonly job: Job | null; readonly externalUses: readonly ExternalUse[] };
type Reading = {
  readonly context: AnalysisContext;
  readonly found: Found[];
  readonly elsewhere: Elsewhere[];
  readonly unread: Unread[];
  readonly children: Set<string>;
};

const jobsMax = 1000;
const childrenMax = 20;
const keywords = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'image',
  'services',
  'cache',
  'before_script',
  'after_script',
  'spec',
  'types',
]);
const always: Above = { onPullRequest: 'yes', onPush: 'yes' };

/** GitLab CI: .gitlab-ci.yml with its local includes and child pipelines. Each file that defines a job is a pipeline. */
export const readGitlab: ReadSystem = (context) => {
  const root = ['.gitlab-ci.yml', '.gitlab-ci.yaml'].find((path) => context.files.has(path));
  return root === undefined ? nothingRead : context.files.part('gitlab', () => readFrom(root, context));
};

function readFrom(root: string, context: AnalysisContext): SystemReading {
  const reading: Reading = { context, found: [], elsewhere: [], unread: [], children: new Set() };
  const config = loadGitlabConfig(root, context);
  reading.unread.push(...config.unread);
  if (!('root' in config)) return { ...nothingRead, unread: reading.unread };
  readConfig(config, always, reading);
  const triggers = triggersOf(config, reading);
  const paths = [...new Set([root, ...reading.found.map(({ path }) => path)])];
  return {
    pipelines: paths.map((path) =>
      pipelineOf(path, path !== root && reading.children.has(path) ? childTriggers : triggers, reading),
    ),
    elsewhere: reading.elsewhere,
    unread: reading.unread,
  };
}

const childTriggers: readonly Trigger[] = [
  { event: 'called', defaultBranch: 'unknown', branches: [], paths: 'none', line: 1 },
];

function pipelineOf(path: string, triggers: readonly Trigger[], { found }: Reading): Pipeline {
  const own = found.filter((entry) => entry.path === path);
  const jobs = own.flatMap(({ job }) => job ?? []);
  return {
    path,
    system: 'gitlab-ci',
    role: 'pipeline',
    triggers,
    permissions: 'unset',
    jobs,
    externalUses: uniqueUses(own.flatMap(({ externalUses }) => externalUses)),
    releases: publishes(jobs),
  };
}

function readConfig(config: GitlabConfig, above: Above, reading: Reading): void {
  reading.elsewhere.push(...config.elsewhere);
  for (const { path, ...use } of config.externalUses) reading.found.push({ path, job: null, externalUses: [use] });
  for (const { path, job } of templateJobs(config, reading.context))
    reading.found.push({ path, job, externalUses: [] });
  for (const { key, line, value } of entriesOf(config.root).slice(0, jobsMax)) {
    if (keywords.has(key) || key.startsWith('.') || value.kind !== 'map') continue;
    const node = { ...withExtends(value, config.root), path: value.path, line: value.line };
    // A mapping without anything to run only changes a job of a template that is not here.
    if (at(node, 'trigger') !== undefined) readTrigger(key, line, node, { config, above, reading });
    else if (at(node, 'script') !== undefined || at(node, 'run') !== undefined) {
      const { job, externalUses } = readGitlabJob({ name: key, line, node, root: config.root }, reading.context, above);
      reading.found.push({ path: value.path, job, externalUses });
    }
  }
}

type From = { readonly config: GitlabConfig; readonly above: Above; readonly reading: Reading };

/** A job that starts another pipeline: a child of this repository is followed, another project's is elsewhere. */
function readTrigger(name: string, line: number, node: YamlMap, { config, above, reading }: From): void {
  const { context, elsewhere, children } = reading;
  const trigger = at(node, 'trigger');
  const project = textAt(trigger) ?? textAt(trigger, 'project');
  if (project !== undefined) elsewhere.push({ path: node.path, line, what: 'pipeline', reference: project });
  const inner = gitlabEvents({ node, root: config.root }, context, above, variablesOf({ node, root: config.root }));
  for (const item of itemsOf(at(trigger, 'include'))) {
    const local = textAt(item) ?? textAt(item, 'local');
    const path = local === undefined ? null : resolvePath('', local.replace(/^\//, ''));
    if (path === null || !context.files.has(path)) {
      const reference =
        local ?? textAt(item, 'artifact') ?? textAt(item, 'project') ?? textAt(item, 'template') ?? name;
      elsewhere.push({ path: node.path, line, what: 'pipeline', reference });
    } else if (!children.has(path) && children.size < childrenMax) {
      children.add(path);
      const child = loadGitlabConfig(path, context);
      reading.unread.push(...child.unread);
      if ('root' in child) readConfig(child, inner, reading);
    }
  }
}

function triggersOf(config: GitlabConfig, { context, found }: Reading): readonly Trigger[] {
  const own = variablesOf({ node: config.root, root: config.root });
  const workflow = at(config.root, 'workflow');
  const line = workflow?.path === config.path ? workflow.line : 1;
  const runs = (kind: Parameters<typeof gitlabScenario>[0]): Ternary =>
    pipelineRuns(config.root, gitlabScenario(kind, context.defaultBranch, own), context);
  const trigger = (event: Trigger['event'], defaultBranch: Ternary): Trigger => ({
    event,
    defaultBranch,
    branches: [],
    paths: 'none',
    line,
  });
  const someJob = anyOf(found.flatMap(({ job }) => job?.onPullRequest ?? []));
  return [
    trigger('push', runs('default-branch')),
    ...(someJob === 'no' ? [] : [trigger('pull-request', anyOf([runs('merge-request'), runs('branch')]))]),
    ...(runs('tag') === 'no' ? [] : [trigger('tag', 'no')]),
    ...(runs('schedule') === 'no' ? [] : [trigger('schedule', 'unknown')]),
  ];
}
