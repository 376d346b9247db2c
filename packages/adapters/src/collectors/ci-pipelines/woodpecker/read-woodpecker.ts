// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse, Job, Pipeline, Step, Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { Unread } from '@plumbline/core/facts/unread';
import type { AnalysisContext, ReadSystem } from '../analysis-context.ts';
import { pinOfImage, uniqueUses } from '../external-pin.ts';
import { toolsOfScript } from '../follow/tools-of-script.ts';
import { allIgnored, mergeTools, toolUse } from '../merge-tools.ts';
import { publishes } from '../publishes.ts';
import { joinScript } from '../script-text.ts';
import { allOf, type Ternary } from '../three-valued.ts';
import { recognizeNamed } from '../tools/recognize.ts';
import {
  at,
  entriesOf,
  itemsOf,
  scalarsOf,
  textAt,
  textsOf,
  type YamlEntry,
  type YamlNode,
} from '../yaml/yaml-node.ts';
import { whenHolds, whenPaths } from './woodpecker-when.ts';

type Matrix = readonly ReadonlyMap<string, string>[];
type Reading = { readonly context: AnalysisContext; readonly matrix: Matrix };

const stepsMax = 300;
const inWoodpecker = /^\.woodpecker\/.+\.ya?ml$/;

/** Woodpecker: every file of .woodpecker, or the one file .woodpecker.yml. A file is one job. */
export const readWoodpecker: ReadSystem = (context) => {
  const inFolder = context.files.matching(inWoodpecker);
  const alone = ['.woodpecker.yaml', '.woodpecker.yml'].filter((path) => context.files.has(path)).slice(0, 1);
  const pipelines: Pipeline[] = [];
  const unread: Unread[] = [];
  for (const path of (inFolder.length > 0 ? inFolder : alone).slice(0, 200)) {
    const parsed = context.files.yaml(path);
    if (parsed === undefined) continue;
    if (!parsed.ok)
      unread.push({ path, because: parsed.because, ...(parsed.line === undefined ? {} : { line: parsed.line }) });
    const document = parsed.ok ? parsed.documents[0] : undefined;
    if (document?.kind === 'map')
      pipelines.push(context.files.part(`woodpecker ${path}`, () => readFile(path, document, context)));
  }
  return { pipelines, elsewhere: [], unread };
};

function readFile(path: string, file: YamlNode, context: AnalysisContext): Pipeline {
  const reading: Reading = { context, matrix: matrixOf(file) };
  const when = at(file, 'when');
  const holds = (event: string): Ternary => allOf([whenHolds(when, event, context), pathsHold(when, event, context)]);
  const [onPullRequest, onPush] = [holds('pull_request'), holds('push')];
  const sections = ['clone', 'services', 'steps', 'pipeline'].flatMap((key) =>
    stepEntries(at(file, key)).map((entry) => ({ entry, section: key })),
  );
  const readings = sections
    .slice(0, stepsMax)
    .map(({ entry, section }) => readStep(entry, section, { ...reading, onPullRequest, onPush }));
  const labels = entriesOf(at(file, 'labels')).map(({ key, value }) => `${key}=${textAt(value) ?? ''}`);
  const line = (at(file, 'steps') ?? at(file, 'pipeline') ?? file).line;
  const job: Job = {
    id: path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, ''),
    line,
    runner: runnerOf(labels),
    runsOn: labels.join(', '),
    mayFail: false,
    onPullRequest,
    onPush,
    permissions: 'unset',
    usesSecrets: namesSecrets(file),
    steps: readings.filter(({ section }) => section === 'steps' || section === 'pipeline').map(({ step }) => step),
  };
  return {
    path,
    system: 'woodpecker',
    role: 'pipeline',
    triggers: triggersOf(when, file, context),
    permissions: 'unset',
    jobs: [job],
    externalUses: uniqueUses(readings.flatMap(({ uses }) => uses)),
    releases: publishes([job]),
  };
}

/** Agents are everybody's own, and which backend runs the steps is theirs to say, unless a label demands one. */
function runnerOf(labels: readonly string[]): Job['runner'] {
  if (labels.some((label) => /backend=local/.test(label))) return 'self-hosted';
  return labels.some((label) => /backend=(?:docker|kubernetes)/.test(label)) ? 'container' : 'unknown';
}

function pathsHold(when: YamlNode | undefined, event: string, context: AnalysisContext): Ternary {
  return whenPaths(when, event, context) === 'partial' ? 'unknown' : 'yes';
}

const events: readonly (readonly [string, Trigger['event']])[] = [
  ['push', 'push'],
  ['pull_request', 'pull-request'],
  ['tag', 'tag'],
  ['release', 'release'],
  ['cron', 'schedule'],
  ['manual', 'manual'],
  ['deployment', 'other'],
];

function triggersOf(when: YamlNode | undefined, file: YamlNode, context: AnalysisContext): readonly Trigger[] {
  const line = when?.line ?? file.line;
  return events.flatMap(([name, event]) => {
    const holds = whenHolds(when, name, context);
    // Without `when`, scheduled and manual pipelines need to be set up on the server: nothing shows them.
    if (holds === 'no' || (when === undefined && !['push', 'pull_request', 'tag'].includes(name))) return [];
    const onDefault: Ternary =
      event === 'push' || event === 'pull-request'
        ? holds
        : event === 'schedule' || event === 'manual'
          ? 'unknown'
          : 'no';
    return [{ event, defaultBranch: onDefault, branches: [], paths: whenPaths(when, name, context), line }];
  });
}

/** Steps as a list of mappings with a name, or as a mapping by name. */
function stepEntries(node: YamlNode | undefined): readonly YamlEntry[] {
  if (node?.kind === 'map') return entriesOf(node);
  return itemsOf(node).map((item, index) => ({
    key: textAt(item, 'name') ?? `step ${index + 1}`,
    line: item.line,
    value: item,
  }));
}

type StepReading = { readonly step: Step; readonly uses: readonly ExternalUse[]; readonly section: string };

function readStep(
  { line, value: node }: YamlEntry,
  section: string,
  reading: Reading & { onPullRequest: Ternary; onPush: Ternary },
): StepReading {
  const { context, matrix } = reading;
  const commands = at(node, 'commands');
  const images = [...new Set(matrix.map((values) => withMatrix(textAt(node, 'image') ?? '', values)))].filter(
    (image) => image !== '',
  );
  const place = at(node, 'image')?.line ?? line;
  const isPlugin =
    commands === undefined && at(node, 'entrypoint') === undefined && (section === 'steps' || section === 'pipeline');
  const script = joinScript(itemsOf(commands), node.path, line);
  const found = matrix.map((values) =>
    toolsOfScript(withMatrix(script.text, values), {
      files: context.files,
      directory: '',
      variables: environmentOf(node),
    }),
  );
  const settings = new Map(entriesOf(at(node, 'settings')).map(({ key, value }) => [key, textsOf(value).join(',')]));
  const plugins = isPlugin
    ? images.flatMap((image) => recognizeNamed('images', image, settings)).map((way) => toolUse(way, place))
    : [];
  const when = at(node, 'when');
  const onPullRequest = allOf([
    reading.onPullRequest,
    whenHolds(when, 'pull_request', context),
    pathsHold(when, 'pull_request', context),
  ]);
  const onPush = allOf([reading.onPush, whenHolds(when, 'push', context), pathsHold(when, 'push', context)]);
  const step: Step = {
    line,
    tools: mergeTools([...found.flat().map((tool) => toolUse(tool.way, script.lineOf(tool.line))), ...plugins]),
    ...(when === undefined ? {} : { condition: describe(when) }),
    mayFail: textAt(node, 'failure') === 'ignore' || found.every(allIgnored),
    ...(onPullRequest === reading.onPullRequest ? {} : { onPullRequest }),
    ...(onPush === reading.onPush ? {} : { onPush }),
    injections: [],
    // The workspace of a pull request holds its code, and a secret that the step names is there beside it.
    checksOutUntrusted: onPullRequest !== 'no' && namesSecrets(node),
  };
  const uses = images.map((reference): ExternalUse => ({
    kind: isPlugin ? 'plugin' : 'image',
    reference,
    pinnedBy: pinOfImage(reference),
    line: place,
  }));
  return { step, uses, section };
}

function environmentOf(node: YamlNode): ReadonlyMap<string, string> {
  return new Map(entriesOf(at(node, 'environment')).map(({ key, value }) => [key, textAt(value) ?? '']));
}

function matrixOf(file: YamlNode): Matrix {
  const matrix = at(file, 'matrix');
  const included = itemsOf(at(matrix, 'include')).map(
    (item) => new Map(entriesOf(item).map(({ key, value }) => [key, textAt(value) ?? ''])),
  );
  if (included.length > 0) return included.slice(0, 16);
  let combinations: ReadonlyMap<string, string>[] = [new Map()];
  for (const { key, value } of entriesOf(matrix)) {
    const texts = textsOf(value);
    if (texts.length > 0)
      combinations = combinations
        .flatMap((known) => texts.map((text) => new Map([...known, [key, text]])))
        .slice(0, 16);
  }
  return combinations;
}

function withMatrix(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\$\{(\w{1,60})\}/g, (whole, name: string) => values.get(name) ?? whole);
}

function describe(when: YamlNode): string {
  return itemsOf(when)
    .map((item) =>
      entriesOf(item)
        .map(
          ({ key, value }) =>
            `${key}: ${scalarsOf(value, 20)
              .map(({ text }) => text)
              .join(', ')}`,
        )
        .join('; '),
    )
    .join(' | ')
    .slice(0, 400);
}

function namesSecrets(node: YamlNode): boolean {
  if (node.kind === 'list') return node.items.some(namesSecrets);
  if (node.kind === 'scalar') return false;
  return entriesOf(node).some(
    ({ key, value }) =>
      key === 'from_secret' || (key === 'secrets' && itemsOf(value).length > 0) || namesSecrets(value),
  );
}
