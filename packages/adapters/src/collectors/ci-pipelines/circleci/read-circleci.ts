// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse, Job, Pipeline, Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { Unread } from '@plumbline/core/facts/unread';
import { type AnalysisContext, type Elsewhere, nothingRead, type ReadSystem } from '../analysis-context.ts';
import { uniqueUses } from '../external-pin.ts';
import { toolUse } from '../merge-tools.ts';
import { publishes } from '../publishes.ts';
import { anyOf, type Ternary } from '../three-valued.ts';
import { recognizeNamed } from '../tools/recognize.ts';
import { at, entriesOf, isTrue, itemsOf, scalarsOf, textAt, type YamlEntry, type YamlNode } from '../yaml/yaml-node.ts';
import { circleciFilters, type CircleFilters, workflowRuns } from './circleci-filters.ts';
import { circleciRunner } from './circleci-runner.ts';
import { readCircleSteps } from './circleci-steps.ts';

const root = '.circleci/config.yml';
const jobsMax = 500;

/** CircleCI: .circleci/config.yml, and the configurations of the tree that it continues with. */
export const readCircleci: ReadSystem = (context) => {
  const pipelines: Pipeline[] = [];
  const elsewhere: Elsewhere[] = [];
  const unread: Unread[] = [];
  const pending = [root];
  const seen = new Set<string>();
  while (pending.length > 0 && seen.size < 20) {
    const path = pending.shift() ?? '';
    if (seen.has(path) || !context.files.has(path)) continue;
    seen.add(path);
    const parsed = context.files.yaml(path);
    if (parsed === undefined) continue;
    if (!parsed.ok)
      unread.push({ path, because: parsed.because, ...(parsed.line === undefined ? {} : { line: parsed.line }) });
    const document = parsed.ok ? parsed.documents[0] : undefined;
    if (document?.kind !== 'map') continue;
    const reading = readConfig(path, document, context);
    pipelines.push(reading.pipeline);
    elsewhere.push(...reading.elsewhere);
    const continued = continuations(document, context);
    pending.push(...continued);
    if (isTrue(at(document, 'setup')) && continued.length === 0) {
      elsewhere.push({
        path,
        line: at(document, 'setup')?.line ?? 1,
        what: 'pipeline',
        reference: 'continued with a configuration made at run time',
      });
    }
  }
  return seen.size === 0 ? nothingRead : { pipelines, elsewhere, unread };
};

function continuations(document: YamlNode, { files }: AnalysisContext): readonly string[] {
  if (!isTrue(at(document, 'setup'))) return [];
  const named = scalarsOf(document).flatMap(({ text }) =>
    [...text.slice(0, 5000).matchAll(/\.circleci\/[\w./-]{1,100}\.ya?ml/g)].map(([path]) => path),
  );
  return [...new Set(named)].filter((path) => path !== root && files.has(path));
}

type ConfigReading = { readonly pipeline: Pipeline; readonly elsewhere: readonly Elsewhere[] };

function readConfig(path: string, document: YamlNode, context: AnalysisContext): ConfigReading {
  const orbs = orbUses(document);
  const elsewhere: Elsewhere[] = [];
  const uses: ExternalUse[] = [...orbs];
  const jobs: Job[] = [];
  const starts: CircleFilters[] = [];
  for (const { key, value, line, workflow } of invocations(document).slice(0, jobsMax)) {
    const filters = circleciFilters(value, workflow, context);
    starts.push(filters);
    const definition = at(document, 'jobs', key);
    if (textAt(value, 'type') === 'approval') continue;
    if (definition === undefined) {
      const orb = orbs.find(({ reference }) =>
        reference.startsWith(`${orbAddress(document, key.split('/', 1)[0] ?? '')}@`),
      );
      const tools = orb === undefined ? [] : recognizeNamed('orbs', orb.reference).map((way) => toolUse(way, line));
      if (key.includes('/')) elsewhere.push({ path, line, what: 'template', reference: key });
      jobs.push({
        ...frame(textAt(value, 'name') ?? key, line, filters),
        runner: 'unknown',
        runsOn: '',
        usesSecrets: contexts(value),
        steps: tools.length === 0 ? [] : [{ line, tools, mayFail: false, injections: [], checksOutUntrusted: false }],
      });
      continue;
    }
    const runner = circleciRunner(definition, document);
    uses.push(...runner.images);
    const steps = readCircleSteps({ definition, call: value, document, context });
    jobs.push({
      ...frame(textAt(value, 'name') ?? key, definition.path === path ? jobLine(document, key) : line, filters),
      runner: runner.runner,
      runsOn: runner.runsOn,
      usesSecrets: contexts(value),
      steps,
    });
  }
  const pipeline: Pipeline = {
    path,
    system: 'circleci',
    role: 'pipeline',
    triggers: triggersOf(document, starts),
    permissions: 'unset',
    jobs,
    externalUses: uniqueUses(uses),
    releases: publishes(jobs),
  };
  return { pipeline, elsewhere };
}

function frame(
  id: string,
  line: number,
  filters: CircleFilters,
): Omit<Job, 'runner' | 'runsOn' | 'usesSecrets' | 'steps'> {
  return {
    id,
    line,
    mayFail: false,
    onPullRequest: filters.onPullRequest,
    onPush: filters.onPush,
    permissions: 'unset',
  };
}

const jobLine = (document: YamlNode, key: string): number =>
  entriesOf(at(document, 'jobs')).find((entry) => entry.key === key)?.line ?? 1;
const contexts = (value: YamlNode): boolean => itemsOf(at(value, 'context')).length > 0;

/** Jobs as workflows start them; without workflows, the job `build`. */
function invocations(document: YamlNode): readonly (YamlEntry & { readonly workflow: YamlNode })[] {
  const workflows = entriesOf(at(document, 'workflows')).filter(({ value }) => value.kind === 'map');
  if (workflows.length === 0) {
    return entriesOf(at(document, 'jobs'))
      .filter(({ key }) => key === 'build')
      .map((entry) => ({
        ...entry,
        value: { ...entry.value, kind: 'map', entries: new Map() } as YamlNode,
        workflow: document,
      }));
  }
  return workflows.flatMap(({ value: workflow }) =>
    itemsOf(at(workflow, 'jobs')).flatMap((item): readonly (YamlEntry & { readonly workflow: YamlNode })[] => {
      const name = textAt(item);
      if (name !== undefined) return [{ key: name, line: item.line, value: item, workflow }];
      return entriesOf(item).map((entry) => ({ ...entry, workflow }));
    }),
  );
}

function orbUses(document: YamlNode): readonly ExternalUse[] {
  return entriesOf(at(document, 'orbs')).flatMap(({ value, line }): readonly ExternalUse[] => {
    const reference = textAt(value);
    if (reference === undefined) return [];
    const version = reference.split('@')[1] ?? '';
    // A full version of an orb never changes, but it is no hash; anything shorter moves.
    const pinnedBy = version === '' ? 'none' : /^\d+\.\d+\.\d+$/.test(version) ? 'tag' : 'branch';
    return [{ kind: 'orb', reference, pinnedBy, line }];
  });
}

const orbAddress = (document: YamlNode, name: string): string =>
  (textAt(document, 'orbs', name) ?? '').split('@', 1)[0] ?? '';

function triggersOf(document: YamlNode, starts: readonly CircleFilters[]): readonly Trigger[] {
  const line = at(document, 'workflows')?.line ?? 1;
  const trigger = (event: Trigger['event'], defaultBranch: Ternary): Trigger => ({
    event,
    defaultBranch,
    branches: [],
    paths: 'none',
    line,
  });
  const schedules = entriesOf(at(document, 'workflows')).filter(
    ({ value }) => !workflowRuns(value) && at(value, 'triggers') !== undefined,
  );
  const onPullRequest = anyOf(starts.map((filters) => filters.onPullRequest));
  return [
    trigger('push', anyOf(starts.map((filters) => filters.onPush))),
    // CircleCI builds every branch: a pull request is tested by the pipeline of its branch.
    ...(onPullRequest === 'no' ? [] : [trigger('pull-request', onPullRequest)]),
    ...(starts.some((filters) => filters.onTag) ? [trigger('tag', 'no')] : []),
    ...(schedules.length > 0 ? [trigger('schedule', 'yes')] : []),
  ];
}
