// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse, Job, Pipeline, Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { Unread } from '@plumbline/core/facts/unread';
import type { AnalysisContext, Elsewhere, ReadSystem } from '../analysis-context.ts';
import { pinOfImage, pinOfRef, uniqueUses } from '../external-pin.ts';
import { unknownValue } from '../expression/evaluate-expression.ts';
import { publishes } from '../publishes.ts';
import { allOf, anyOf, type Ternary } from '../three-valued.ts';
import { at, entriesOf, itemsOf, scalarsOf, textAt, type YamlNode } from '../yaml/yaml-node.ts';
import { readAzureJob } from './azure-job.ts';
import { azureLookup, type AzureScenario } from './azure-scenario.ts';
import { azureTriggers } from './azure-triggers.ts';
import { azureConditionHolds, type AzureLookup } from './azure-expression.ts';
import { type AzureItem, declared, expandItems, type Expanding } from './expand-templates.ts';

const pipelineFile =
  /^(?:[^/]+\/){0,3}(?:\.?azure-pipelines?(?:[.-][\w.-]+)?|\.vsts-[\w.-]+|\.vsts\.ci)\.ya?ml$|^\.?(?:azure-pipelines|azuredevops|azure|pipelines|ado)\/[\w./-]+\.ya?ml$/i;
const notInEffect =
  /(?:^|\/)(?:templates?|examples?|samples?|docs?|tests?|fixtures?|testdata|third_party|vendor|node_modules|external)\//i;

/** Azure Pipelines. Which file is a pipeline is set on the server: these names and folders are the convention. */
export const readAzure: ReadSystem = (context) => {
  const pipelines: Pipeline[] = [];
  const elsewhere: Elsewhere[] = [];
  const unread: Unread[] = [];
  const documents: { readonly path: string; readonly document: YamlNode }[] = [];
  for (const path of context.files
    .matching(pipelineFile)
    .filter((candidate) => !notInEffect.test(candidate))
    .slice(0, 200)) {
    const parsed = context.files.yaml(path);
    if (parsed === undefined) continue;
    // Templates may hold what only Azure's own reader understands: a file that does not parse is told only where it stands alone.
    if (!parsed.ok)
      unread.push({ path, because: parsed.because, ...(parsed.line === undefined ? {} : { line: parsed.line }) });
    const document = parsed.ok ? parsed.documents[0] : undefined;
    if (document?.kind === 'map') documents.push({ path, document });
  }
  const called = new Set(documents.flatMap(({ path, document }) => templatesOf(path, document)));
  for (const { path, document } of documents) {
    if (!isPipeline(document, called.has(path))) continue;
    const reading = context.files.part(`azure ${path}`, () => readPipeline(path, document, context));
    pipelines.push(reading.pipeline);
    elsewhere.push(...reading.elsewhere);
  }
  return { pipelines, elsewhere, unread };
};

/** A file with triggers, or one with work that no other file calls as its template. */
function isPipeline(document: YamlNode, isCalled: boolean): boolean {
  if (['trigger', 'pr', 'schedules'].some((key) => at(document, key) !== undefined)) return true;
  const hasWork = ['stages', 'jobs', 'steps', 'extends'].some((key) => at(document, key) !== undefined);
  return hasWork && !isCalled && at(document, 'parameters') === undefined;
}

function templatesOf(path: string, document: YamlNode): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return scalarsOf(document).flatMap(({ text }) =>
    /\.ya?ml$/.test(text) && text.length < 300 ? [text.replace(/^\//, ''), `${folder}${text}`] : [],
  );
}

type PipelineReading = { readonly pipeline: Pipeline; readonly elsewhere: readonly Elsewhere[] };

function readPipeline(path: string, document: YamlNode, context: AnalysisContext): PipelineReading {
  const variables = variablesOf(at(document, 'variables'));
  const into: Expanding = { context, path, elsewhere: [], external: [], lookup: templateLookup, budget: 5000 };
  const triggers = azureTriggers(document, context);
  const parameters = new Map(declared(at(document, 'parameters')));
  const rules = rulesUnder(context.defaultBranch, variables, plainTexts(parameters));
  const start: Rules = { onPullRequest: startsOn('pull-request', triggers), onPush: startsOn('push', triggers) };
  const jobs: Job[] = [];
  const uses: ExternalUse[] = [];
  for (const { item, name, above } of jobItems(document, { parameters, into, rules, start }).slice(0, 500)) {
    const reading = readAzureJob(item, { document, into, variables, name });
    uses.push(...reading.externalUses);
    jobs.push({ ...reading.job, ...rules(item.node, above) });
  }
  const templates = into.external.map(({ reference, line }) => templateUse(reference, line, document));
  const pipeline: Pipeline = {
    path,
    system: 'azure-pipelines',
    role: 'pipeline',
    triggers,
    permissions: 'unset',
    jobs,
    externalUses: uniqueUses([...resourceUses(document), ...templates, ...uses]),
    releases: publishes(jobs),
  };
  return { pipeline, elsewhere: unique(into.elsewhere) };
}

/** Values by lower-case name, of those parameters that are plain text. */
function plainTexts(parameters: ReadonlyMap<string, YamlNode>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of parameters) {
    const text = textAt(value);
    if (text !== undefined) texts.set(key, text);
  }
  return texts;
}

/** Template expressions are evaluated before anything runs: only parameters are known then. */
function templateLookup(parameters: ReadonlyMap<string, YamlNode>): AzureLookup {
  const lookup = azureLookup('push', null, new Map(), plainTexts(parameters));
  return (name) => (name.startsWith('parameters.') ? lookup(name) : unknownValue);
}

function rulesUnder(
  defaultBranch: string | null,
  variables: ReadonlyMap<string, string>,
  parameters: ReadonlyMap<string, string>,
): From['rules'] {
  return (node, above) => {
    const holds = (scenario: AzureScenario): Ternary =>
      azureConditionHolds(textAt(node, 'condition'), azureLookup(scenario, defaultBranch, variables, parameters));
    return {
      onPullRequest: allOf([above.onPullRequest, holds('pull-request')]),
      onPush: allOf([above.onPush, holds('push')]),
    };
  };
}

function unique(places: readonly Elsewhere[]): readonly Elsewhere[] {
  return [...new Map(places.map((place) => [`${place.line} ${place.reference}`, place])).values()];
}

type Rules = { readonly onPullRequest: Ternary; readonly onPush: Ternary };
type From = {
  readonly parameters: ReadonlyMap<string, YamlNode>;
  readonly into: Expanding;
  readonly rules: (node: YamlNode, above: Rules) => Rules;
  readonly start: Rules;
};
type JobItem = { readonly item: AzureItem; readonly name: string; readonly above: Rules };

function startsOn(event: Trigger['event'], triggers: readonly Trigger[]): Ternary {
  return anyOf(
    triggers
      .filter((trigger) => trigger.event === event)
      .map((trigger) =>
        trigger.paths === 'partial' ? allOf([trigger.defaultBranch, 'unknown']) : trigger.defaultBranch,
      ),
  );
}

/** The jobs of a pipeline: in stages, alone, or the one job that bare steps make. */
function jobItems(document: YamlNode, { parameters, into, rules, start }: From): readonly JobItem[] {
  const from = { parameters, line: null, depth: 0 };
  const extended = at(document, 'extends');
  if (extended !== undefined) {
    const single = { ...extended, kind: 'list', items: [extended] } as YamlNode;
    const stages = expandItems(single, 'stages', from, into);
    const items = stages.length > 0 ? stages : expandItems(single, 'jobs', from, into);
    return items.flatMap((item) => jobsOfStage(item, into, rules(item.node, start)));
  }
  if (at(document, 'steps') !== undefined)
    return [
      { item: { node: document, parameters, line: at(document, 'steps')?.line ?? 1 }, name: 'job', above: start },
    ];
  const stages = expandItems(at(document, 'stages'), 'stages', from, into).flatMap((item) =>
    jobsOfStage(item, into, rules(item.node, start)),
  );
  const jobs = expandItems(at(document, 'jobs'), 'jobs', from, into).map((item) => ({
    item,
    name: nameOf(item.node),
    above: start,
  }));
  return [...stages, ...jobs];
}

function jobsOfStage(stage: AzureItem, into: Expanding, above: Rules): readonly JobItem[] {
  if (at(stage.node, 'jobs') === undefined)
    return at(stage.node, 'steps') === undefined ? [] : [{ item: stage, name: nameOf(stage.node), above }];
  const line = stage.node.path === into.path ? null : stage.line;
  return expandItems(at(stage.node, 'jobs'), 'jobs', { parameters: stage.parameters, line, depth: 1 }, into).map(
    (item) => ({ item, name: `${textAt(stage.node, 'stage') ?? 'stage'} / ${nameOf(item.node)}`, above }),
  );
}

const nameOf = (node: YamlNode): string =>
  textAt(node, 'job') ?? textAt(node, 'deployment') ?? textAt(node, 'displayName') ?? 'job';

function variablesOf(node: YamlNode | undefined): ReadonlyMap<string, string> {
  if (node?.kind === 'map')
    return new Map(entriesOf(node).map(({ key, value }) => [key.toLowerCase(), textAt(value) ?? '']));
  return new Map(
    itemsOf(node).flatMap((item) =>
      textAt(item, 'name') === undefined
        ? []
        : [[(textAt(item, 'name') ?? '').toLowerCase(), textAt(item, 'value') ?? '']],
    ),
  );
}

function resourceUses(document: YamlNode): readonly ExternalUse[] {
  return itemsOf(at(document, 'resources', 'containers')).flatMap((item): readonly ExternalUse[] => {
    const reference = textAt(item, 'image');
    return reference === undefined
      ? []
      : [{ kind: 'image', reference, pinnedBy: pinOfImage(reference), line: at(item, 'image')?.line ?? item.line }];
  });
}

/** A template of another repository, pinned as its repository resource is. */
function templateUse(reference: string, line: number, document: YamlNode): ExternalUse {
  const alias = reference.split('@')[1] ?? '';
  const resource = itemsOf(at(document, 'resources', 'repositories')).find(
    (item) => textAt(item, 'repository') === alias,
  );
  const ref = textAt(resource, 'ref');
  return {
    kind: 'include',
    reference,
    pinnedBy:
      ref === undefined ? 'branch' : ref.startsWith('refs/tags/') ? 'tag' : pinOfRef(ref.replace(/^refs\/heads\//, '')),
    line,
  };
}
