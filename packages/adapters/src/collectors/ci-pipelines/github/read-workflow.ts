// SPDX-License-Identifier: Apache-2.0
import type { CiSystem, ExternalUse, Job, Pipeline, Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext, Elsewhere } from '../analysis-context.ts';
import { pinOfRef, uniqueUses } from '../external-pin.ts';
import { publishes } from '../publishes.ts';
import { resolvePath } from '../follow/resolve-path.ts';
import { toolUse } from '../merge-tools.ts';
import { allOf, anyOf, type Ternary } from '../three-valued.ts';
import { recognizeNamed } from '../tools/recognize.ts';
import { at, entriesOf, textAt, textsOf, type YamlEntry, type YamlNode } from '../yaml/yaml-node.ts';
import { changedPathOutputs, stepOutputs } from './changed-paths.ts';
import { crossed, githubMatrix } from './github-matrix.ts';
import { githubPermissions, writtenScopes } from './github-permissions.ts';
import { conditionHolds, githubScenario, ignoresSkipped, type Scenario } from './github-scenario.ts';
import { type GithubTrigger, githubTriggers } from './github-triggers.ts';
import { type JobReading, type JobRules, readJob, usesSecrets } from './read-job.ts';
import { emptyScope, type StepScope, withChoices, withEnvironment, withInputs } from './step-scope.ts';

export type WorkflowReading = { readonly pipeline: Pipeline; readonly elsewhere: readonly Elsewhere[] };

type Events = {
  readonly pullRequest: Ternary;
  readonly push: Ternary;
  readonly privileged: readonly Scenario[];
  readonly pullRequestScenario: Scenario;
  readonly pushScenario: Scenario;
};

type Reading = { readonly scope: StepScope; readonly events: Events; readonly system: CiSystem };

const jobsMax = 300;
const depthMax = 4;
const privilegedEvents = new Set([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'pull_request_comment',
  'issues',
  'discussion',
  'discussion_comment',
]);

/** Reads a workflow file that is in effect. */
export function readWorkflow(
  path: string,
  workflow: YamlNode,
  system: CiSystem,
  context: AnalysisContext,
): WorkflowReading {
  const triggers = githubTriggers(workflow, context);
  const manual =
    at(workflow, 'on', 'workflow_dispatch', 'inputs') ?? at(workflow, 'true', 'workflow_dispatch', 'inputs');
  const scope = withChoices(emptyScope(context), manual);
  const readings = readJobs(workflow, { scope, events: eventsOf(triggers, context), system });
  const jobs = readings.flatMap((reading) => reading.jobs);
  const name = textAt(workflow, 'name');
  return {
    pipeline: {
      path,
      system,
      ...(name === undefined ? {} : { name }),
      role:
        triggers.length > 0 && triggers.every(({ trigger }) => trigger.event === 'called') ? 'reusable' : 'pipeline',
      triggers: triggers.map(({ trigger }) => trigger),
      permissions: githubPermissions(workflow),
      jobs: usesSecrets(at(workflow, 'env')) ? jobs.map((job) => ({ ...job, usesSecrets: true })) : jobs,
      externalUses: uniqueUses(readings.flatMap((reading) => reading.externalUses)),
      releases: publishes(jobs),
    },
    elsewhere: readings.flatMap((reading) => reading.elsewhere),
  };
}

function eventsOf(triggers: readonly GithubTrigger[], { defaultBranch }: AnalysisContext): Events {
  const starts = (names: readonly Trigger['event'][]): Ternary =>
    anyOf(
      triggers
        .filter(({ trigger }) => names.includes(trigger.event))
        .map(({ trigger }) => allOf([trigger.defaultBranch, trigger.paths === 'partial' ? 'unknown' : 'yes'])),
    );
  const viaTarget = !triggers.some(({ name }) => name === 'pull_request');
  return {
    pullRequest: starts(['pull-request', 'pull-request-target']),
    push: starts(['push']),
    privileged: triggers
      .filter(({ name }) => privilegedEvents.has(name))
      .map(({ name }) => githubScenario(name, defaultBranch)),
    pullRequestScenario: githubScenario(viaTarget ? 'pull_request_target' : 'pull_request', defaultBranch),
    pushScenario: githubScenario('push', defaultBranch),
  };
}

function readJobs(workflow: YamlNode, outer: Reading): readonly JobReading[] {
  const entries = entriesOf(at(workflow, 'jobs')).slice(0, jobsMax);
  const scope = withEnvironment(
    {
      ...outer.scope,
      known: new Map([...outer.scope.known, ...changedPathOutputs(entries, outer.scope.context)]),
      directory: textAt(workflow, 'defaults', 'run', 'working-directory') ?? '',
      shell: textAt(workflow, 'defaults', 'run', 'shell') ?? null,
    },
    at(workflow, 'env'),
  );
  const nodes = new Map(entries.map((entry) => [entry.key, entry.value]));
  return entries.map((entry) => {
    const rules = rulesOf(entry, nodes, outer, scope);
    const uses = textAt(entry.value, 'uses');
    const inner = { ...outer, scope };
    return uses === undefined ? readJob(entry, scope, rules) : readCall(entry, uses.trim(), inner, rules);
  });
}

function rulesOf(
  entry: YamlEntry,
  nodes: ReadonlyMap<string, YamlNode>,
  { events }: Reading,
  scope: StepScope,
): JobRules {
  const ofSteps = stepOutputs(entry.value, scope.context);
  const known = (scenario: Scenario): Scenario => ({
    ...scenario,
    lookup: (path) =>
      scope.known.get(path) ??
      ofSteps.get(path) ??
      (path.startsWith('inputs.') && scope.given.has(path) ? scenario.lookup('unknown') : scenario.lookup(path)),
  });
  const [pullRequest, push] = [known(events.pullRequestScenario), known(events.pushScenario)];
  const holds = (scenario: Scenario): Ternary => runsUnder(entry.key, nodes, scenario, new Set());
  return {
    onPullRequest: allOf([events.pullRequest, events.pullRequest === 'no' ? 'no' : holds(pullRequest)]),
    onPush: allOf([events.push, events.push === 'no' ? 'no' : holds(push)]),
    privileged: events.privileged.filter((scenario) => holds(known(scenario)) !== 'no'),
    pullRequest,
    push,
  };
}

/** A job runs where its condition holds and the jobs that it needs run, unless its condition disregards those. */
function runsUnder(
  id: string,
  nodes: ReadonlyMap<string, YamlNode>,
  scenario: Scenario,
  above: ReadonlySet<string>,
): Ternary {
  const node = nodes.get(id);
  if (node === undefined || above.has(id) || above.size > 20) return 'unknown';
  const condition = textAt(node, 'if');
  const own = conditionHolds(condition, scenario.lookup);
  if (own === 'no' || ignoresSkipped(condition)) return own;
  const needed = textsOf(at(node, 'needs')).slice(0, 50);
  return allOf([own, ...needed.map((need) => runsUnder(need, nodes, scenario, new Set([...above, id])))]);
}

function readCall(entry: YamlEntry, uses: string, outer: Reading, rules: JobRules): JobReading {
  const { scope } = outer;
  const place = at(entry.value, 'uses') ?? entry.value;
  const line = scope.callLine ?? place.line;
  const local = localWorkflow(uses, scope.context);
  const external: readonly ExternalUse[] =
    isLocal(uses) || scope.callLine !== null
      ? []
      : [{ kind: 'reusable-workflow', reference: uses, pinnedBy: pinOfRef(uses.split('@')[1]), line }];
  const called = local !== null && scope.depth < depthMax ? scope.context.files.yaml(local) : undefined;
  const [document] = called?.ok ? called.documents : [];
  if (document !== undefined) {
    const inside = withInputs(
      {
        ...scope,
        combinations: crossed(scope.combinations, githubMatrix(entry.value)),
        callLine: line,
        depth: scope.depth + 1,
      },
      inputsOf(document),
      at(entry.value, 'with'),
    );
    const events = {
      ...outer.events,
      pullRequest: rules.onPullRequest,
      push: rules.onPush,
      privileged: rules.privileged,
    };
    const readings = readJobs(document, { ...outer, scope: inside, events });
    return {
      jobs: readings.flatMap(({ jobs }) => jobs.map((job) => calledJob(job, entry, document))),
      externalUses: external,
      elsewhere: [],
    };
  }
  const elsewhere =
    scope.callLine === null ? [{ path: place.path, line, what: 'called-workflow', reference: uses } as const] : [];
  return { jobs: [unseenJob(entry, uses, line, rules)], externalUses: external, elsewhere };
}

const inputsOf = (document: YamlNode): YamlNode | undefined =>
  at(document, 'on', 'workflow_call', 'inputs') ?? at(document, 'true', 'workflow_call', 'inputs');

/** `./path`, and `$/path` for the commit of the file that calls. */
const isLocal = (uses: string): boolean => uses.startsWith('./') || uses.startsWith('$/');

/** The path of a called workflow of this repository: `./path`, or its own `owner/name/path@ref`. */
function localWorkflow(uses: string, { origin }: AnalysisContext): string | null {
  const path = uses.split('@', 1)[0] ?? '';
  if (isLocal(uses)) return resolvePath('', path.replace(/^\$/, '.'));
  const own = origin === null ? null : `${origin.slug.toLowerCase()}/`;
  return own !== null && path.toLowerCase().startsWith(own) ? resolvePath('', path.slice(own.length)) : null;
}

function calledJob(job: Job, caller: YamlEntry, document: YamlNode): Job {
  const workflow = githubPermissions(document);
  const fallback = workflow === 'unset' ? githubPermissions(caller.value) : workflow;
  return {
    ...job,
    id: `${caller.key} / ${job.id}`,
    permissions: job.permissions === 'unset' ? fallback : job.permissions,
    usesSecrets: job.usesSecrets || usesSecrets(caller.value),
  };
}

/** A job whose workflow is not in the tree: only what the called workflow's own name is known for can be told. */
function unseenJob(entry: YamlEntry, uses: string, line: number, rules: JobRules): Job {
  const condition = textAt(entry.value, 'if');
  const inputs = new Map(entriesOf(at(entry.value, 'with')).map(({ key, value }) => [key, textAt(value) ?? '']));
  const tools = recognizeNamed('actions', uses, inputs).map((way) => toolUse(way, line));
  return {
    id: entry.key,
    line: entry.line,
    runner: 'unknown',
    runsOn: '',
    calls: uses,
    ...(condition === undefined ? {} : { condition }),
    mayFail: false,
    onPullRequest: rules.onPullRequest,
    onPush: rules.onPush,
    permissions: githubPermissions(entry.value),
    ...writtenScopes(entry.value),
    usesSecrets: usesSecrets(entry.value),
    steps: tools.length === 0 ? [] : [{ line, tools, mayFail: false, injections: [], checksOutUntrusted: false }],
  };
}
