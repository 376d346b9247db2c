// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse, Job, Pipeline, Runner, Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext, Elsewhere, ReadSystem } from '../analysis-context.ts';
import { pinOfImage, pinOfRef, uniqueUses } from '../external-pin.ts';
import { publishes } from '../publishes.ts';
import { allOf, type Ternary } from '../three-valued.ts';
import { groovyBlocks, type GroovyCall } from './groovy-blocks.ts';
import { groovyTokens } from './groovy-tokens.ts';
import { jenkinsSteps } from './jenkins-steps.ts';
import { jenkinsWhen } from './jenkins-when.ts';

const jenkinsfile = /^(?:[^/]+\/){0,3}(?:Jenkinsfile(?:[.-][\w.-]+)?|[\w.-]+\.[jJ]enkinsfile)$/;
const notInEffect =
  /(?:^|\/)(?:templates?|examples?|samples?|docs?|tests?|fixtures?|testdata|third_party|vendor|node_modules|resources)\//i;

/** Jenkins: Jenkinsfiles, declarative or scripted. What a shared library does is elsewhere. */
export const readJenkins: ReadSystem = (context) => {
  const pipelines: Pipeline[] = [];
  const elsewhere: Elsewhere[] = [];
  for (const path of context.files
    .matching(jenkinsfile)
    .filter((candidate) => !notInEffect.test(candidate))
    .slice(0, 50)) {
    const calls = context.files.derived('jenkins', path, (text) => groovyBlocks(groovyTokens(text)));
    if (calls === undefined || calls.length === 0) continue;
    const reading = context.files.part(`jenkins ${path}`, () => readFile(path, calls, context));
    pipelines.push(reading.pipeline);
    elsewhere.push(...reading.elsewhere);
  }
  return { pipelines, elsewhere, unread: [] };
};

type Rules = { readonly onPullRequest: Ternary; readonly onPush: Ternary };
type Walk = {
  readonly context: AnalysisContext;
  readonly jobs: Job[];
  readonly uses: ExternalUse[];
  readonly usesSecrets: boolean;
  /** When any of it runs, before its own conditions. */
  readonly rules: Rules;
  readonly functions: ReadonlyMap<string, GroovyCall>;
};
type Agent = { readonly runner: Runner; readonly runsOn: string };

// The server decides what a Jenkinsfile builds: nothing in the repository shows it, unless the file tells pull requests
// from branches, which only a job that builds both has to.
const notTold: Rules = { onPullRequest: 'unknown', onPush: 'unknown' };
const ofBranches: Rules = { onPullRequest: 'yes', onPush: 'yes' };
const tellsApart = /\bCHANGE_(?:ID|TARGET|BRANCH)\b|\bchangeRequest\s*[({ ]|\bisPullRequest\b/;
const comments = /\/\*[\s\S]{0,10000}?\*\/|(?<![:'"\w])\/\/[^\n]{0,2000}/g;
const anywhere: Agent = { runner: 'unknown', runsOn: 'any' };

function readFile(
  path: string,
  calls: readonly GroovyCall[],
  context: AnalysisContext,
): { readonly pipeline: Pipeline; readonly elsewhere: readonly Elsewhere[] } {
  const all = flattened(calls);
  const libraries = libraryUses(all);
  const both =
    context.files.derived('jenkins-branches', path, (text) => tellsApart.test(text.replaceAll(comments, ''))) ?? false;
  const rules = both ? ofBranches : notTold;
  const walk: Walk = {
    context,
    rules,
    jobs: [],
    uses: [...libraries],
    usesSecrets: all.some(({ name }) => name === 'withCredentials' || name === 'credentials' || name === 'withVault'),
    functions: new Map(
      calls.filter((call) => call.body !== null && !known.has(call.name)).map((call) => [call.name, call]),
    ),
  };
  const declarative = calls.find((call) => call.name === 'pipeline' && call.body !== null);
  if (declarative) readSection('pipeline', declarative, { agent: anywhere, rules }, walk);
  else readScripted(calls, walk);
  const pipeline: Pipeline = {
    path,
    system: 'jenkins',
    role: 'pipeline',
    triggers: triggersOf(all, rules),
    permissions: 'unset',
    jobs: walk.jobs,
    externalUses: uniqueUses(walk.uses),
    releases: publishes(walk.jobs),
  };
  const fromLibrary = declarative ? [] : unknownCalls(calls);
  const elsewhere = [
    ...libraries.map(({ reference, line }) => ({ reference, line })),
    ...fromLibrary.map(({ name, line }) => ({ reference: name, line })),
  ];
  return { pipeline, elsewhere: elsewhere.map((place) => ({ path, what: 'library', ...place })) };
}

function flattened(calls: readonly GroovyCall[], depth = 0): readonly GroovyCall[] {
  return depth > 60 ? [] : calls.flatMap((call) => [call, ...flattened(call.body ?? [], depth + 1)]);
}

/** `@Library('name@version') _` and `library 'name@version'`. */
function libraryUses(all: readonly GroovyCall[]): readonly ExternalUse[] {
  return all.flatMap((call) => {
    if (call.name !== 'Library' && call.name !== 'library') return [];
    return call.args
      .filter((arg) => arg.isString && (arg.name === null || arg.name === 'identifier'))
      .map(({ text, line }): ExternalUse => ({
        kind: 'library',
        reference: text,
        pinnedBy: pinOfRef(text.split('@')[1]),
        line,
      }));
  });
}

const known = new Set([
  'node',
  'stage',
  'properties',
  'Library',
  'library',
  'timestamps',
  'timeout',
  'parallel',
  'podTemplate',
  'env',
  'currentBuild',
  'echo',
  'println',
  'checkout',
  'withEnv',
  'ansiColor',
  'lock',
  'throttle',
  'catchError',
  'retry',
  'input',
  'milestone',
  'buildDiscarder',
  'parameters',
  'docker',
  'dir',
  'params',
  'disableConcurrentBuilds',
  'sh',
  'bat',
  'error',
  'sleep',
  'git',
  'scm',
  'pipelineTriggers',
  'options',
  'build',
  'load',
  'junit',
  'archiveArtifacts',
  '_',
]);

/** Calls at the top of a scripted file that neither Jenkins nor the file itself defines: a shared library's, such as `buildPlugin()`. */
function unknownCalls(calls: readonly GroovyCall[]): readonly GroovyCall[] {
  return calls
    .filter(
      (call) =>
        /^[a-z]\w+$/.test(call.name) &&
        !known.has(call.name) &&
        (call.args.length > 0 || call.body !== null || /^build|Pipeline$/.test(call.name)),
    )
    .slice(0, 20);
}

type From = { readonly agent: Agent; readonly rules: Rules };

/** A declarative pipeline or stage: its own agent and `when` hold for its steps and for the stages inside. */
function readSection(id: string, section: GroovyCall, from: From, walk: Walk): void {
  const body = section.body ?? [];
  const part = (name: string): GroovyCall | undefined => body.find((call) => call.name === name);
  const when = part('when');
  const rules: Rules = {
    onPullRequest: allOf([from.rules.onPullRequest, jenkinsWhen(when, 'pull-request', walk.context)]),
    onPush: allOf([from.rules.onPush, jenkinsWhen(when, 'push', walk.context)]),
  };
  const agent = agentOf(part('agent'), from.agent, walk);
  const stages = ['stages', 'parallel', 'matrix'].flatMap((name) => flattenStages(part(name)?.body ?? []));
  for (const stage of stages)
    readSection(stage.args.find((arg) => arg.isString)?.text ?? 'stage', stage, { agent, rules }, walk);
  const own = [...(part('steps')?.body ?? []), ...(part('post')?.body ?? [])];
  if (part('steps') === undefined && (stages.length > 0 || own.length === 0)) return;
  const steps = jenkinsSteps(own, {
    context: walk.context,
    directory: '',
    variables: environmentOf(part('environment')),
    mayFail: false,
    holdsChange: rules.onPullRequest !== 'no',
    withSecrets: flattened(part('environment')?.body ?? []).some(({ name }) => name === 'credentials'),
    functions: walk.functions,
    depth: 0,
  });
  const condition = when === undefined ? {} : { condition: describe(when) };
  walk.jobs.push({
    id,
    line: section.line,
    ...agent,
    ...condition,
    mayFail: false,
    ...rules,
    permissions: 'unset',
    usesSecrets: walk.usesSecrets,
    steps,
  });
}

function flattenStages(calls: readonly GroovyCall[]): readonly GroovyCall[] {
  return calls
    .flatMap((call) => (call.name === 'stage' ? [call] : call.name === 'stages' ? flattenStages(call.body ?? []) : []))
    .slice(0, 200);
}

function describe(when: GroovyCall): string {
  return flattened(when.body ?? [])
    .map((call) => [call.name, ...call.args.map((arg) => arg.text)].join(' '))
    .join('; ')
    .slice(0, 300);
}

const environmentOf = (section: GroovyCall | undefined): ReadonlyMap<string, string> =>
  new Map(
    (section?.body ?? []).flatMap((call) => (call.args[0]?.isString ? [[call.name, call.args[0].text] as const] : [])),
  );

function agentOf(agent: GroovyCall | undefined, above: Agent, { uses }: Walk): Agent {
  if (agent === undefined) return above;
  const [kind] = agent.body ?? [];
  if (kind === undefined) {
    const [word] = agent.args;
    return word?.text === 'none' ? above : anywhere;
  }
  const label =
    kind.args.find((arg) => arg.isString)?.text ??
    kind.body?.find((call) => call.name === 'label')?.args[0]?.text ??
    '';
  if (kind.name === 'docker') {
    const image =
      kind.args.find((arg) => arg.isString)?.text ??
      kind.body?.find((call) => call.name === 'image')?.args[0]?.text ??
      '';
    if (image !== '') uses.push({ kind: 'image', reference: image, pinnedBy: pinOfImage(image), line: kind.line });
    return { runner: 'container', runsOn: image };
  }
  if (kind.name === 'dockerfile') return { runner: 'container', runsOn: 'dockerfile' };
  return kind.name === 'kubernetes'
    ? { runner: 'ephemeral', runsOn: 'kubernetes' }
    : { runner: 'unknown', runsOn: label };
}

/** Scripted: each `stage` is a job; what stands outside of stages is one more. */
function readScripted(calls: readonly GroovyCall[], walk: Walk): void {
  const add = (id: string, line: number, body: readonly GroovyCall[], agent: Agent): void => {
    const steps = jenkinsSteps(body, {
      context: walk.context,
      directory: '',
      variables: new Map(),
      mayFail: false,
      holdsChange: true,
      withSecrets: false,
      functions: walk.functions,
      depth: 0,
    });
    if (steps.length > 0)
      walk.jobs.push({
        id,
        line,
        ...agent,
        mayFail: false,
        ...walk.rules,
        permissions: 'unset',
        usesSecrets: walk.usesSecrets,
        steps,
      });
  };
  const visit = (body: readonly GroovyCall[], agent: Agent, depth: number): void => {
    for (const call of depth > 40 ? [] : body) {
      const inner =
        call.name === 'node'
          ? { runner: 'unknown' as const, runsOn: call.args.find((arg) => arg.isString)?.text ?? 'any' }
          : agent;
      if (call.name === 'stage')
        add(call.args.find((arg) => arg.isString)?.text ?? 'stage', call.line, call.body ?? [], inner);
      visit(call.body ?? [], inner, depth + 1);
    }
  };
  visit(calls, anywhere, 0);
  if (walk.jobs.length === 0) add('pipeline', 1, calls, anywhere);
}

function triggersOf(all: readonly GroovyCall[], { onPullRequest, onPush }: Rules): readonly Trigger[] {
  const schedule = all.find((call) => call.name === 'cron' || call.name === 'pollSCM');
  return [
    trigger('push', onPush, 1),
    trigger('pull-request', onPullRequest, 1),
    ...(schedule === undefined ? [] : [trigger('schedule', 'unknown', schedule.line)]),
  ];
}

function trigger(event: Trigger['event'], defaultBranch: Ternary, line: number): Trigger {
  return { event, defaultBranch, branches: [], paths: 'none', line };
}
