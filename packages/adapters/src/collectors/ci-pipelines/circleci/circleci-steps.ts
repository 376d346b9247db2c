// SPDX-License-Identifier: Apache-2.0
import type { Step, ToolUse } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext } from '../analysis-context.ts';
import { toolsOfScript } from '../follow/tools-of-script.ts';
import { resolvePath } from '../follow/resolve-path.ts';
import { allIgnored, mergeTools, toolUse } from '../merge-tools.ts';
import { joinScript } from '../script-text.ts';
import { recognizeNamed } from '../tools/recognize.ts';
import { at, entriesOf, itemsOf, textAt, type YamlNode } from '../yaml/yaml-node.ts';

type Job = {
  readonly definition: YamlNode;
  readonly call: YamlNode;
  readonly document: YamlNode;
  readonly context: AnalysisContext;
};
type Scope = Job & {
  readonly parameters: ReadonlyMap<string, string>;
  readonly directory: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly depth: number;
};

const depthMax = 6;
const stepsMax = 400;

// Commands and jobs of CircleCI's own orbs that run a tool of the project.
const orbScripts: { readonly [command: string]: string } = {
  'circleci/go/test': 'go test ./...',
  'circleci/python/test': 'pytest',
  'circleci/node/test': 'npm test',
  'circleci/ruby/rspec-test': 'rspec',
  'circleci/ruby/rubocop-check': 'rubocop',
  'circleci/maven/test': 'mvn verify',
  'circleci/gradle/test': './gradlew test',
  'circleci/rust/test': 'cargo test',
  'circleci/rust/clippy': 'cargo clippy',
  'circleci/docker/build': 'docker build .',
  'circleci/docker/push': 'docker push image',
  'circleci/docker/publish': 'docker push image',
  'circleci/shellcheck/check': 'shellcheck .',
};

/** The steps of a job, with the commands of the configuration followed. */
export function readCircleSteps(job: Job): readonly Step[] {
  const parameters = new Map(
    entriesOf(at(job.definition, 'parameters')).map(({ key, value }) => [key, textAt(value, 'default') ?? '']),
  );
  for (const { key, value } of entriesOf(job.call))
    if (textAt(value) !== undefined) parameters.set(key, textAt(value) ?? '');
  const variables = new Map(
    entriesOf(at(job.definition, 'environment')).map(({ key, value }) => [key, textAt(value) ?? '']),
  );
  const directory = folder(textAt(job.definition, 'working_directory'));
  const scope: Scope = { ...job, parameters, directory, variables, depth: 0 };
  return ['pre-steps', 'steps', 'post-steps']
    .flatMap((key) => itemsOf(at(key === 'steps' ? job.definition : job.call, key)))
    .flatMap((step) => readStep(step, scope))
    .slice(0, stepsMax);
}

/** The default working directory is the checkout; `~/…` is most often another name for it. */
function folder(written: string | undefined): string {
  return written === undefined || /^[~/$]/.test(written) ? '' : (resolvePath('', written) ?? '');
}

function readStep(node: YamlNode, scope: Scope): readonly Step[] {
  if (scope.depth > depthMax) return [];
  const plain = textAt(node);
  const [entry] = entriesOf(node);
  const name = plain ?? entry?.key;
  if (name === undefined) return [];
  const value = entry?.value;
  if (name === 'run') return [readRun(node, value, scope)];
  if (name === 'when' || name === 'unless') {
    const condition = 'depends on the parameters of the pipeline';
    return itemsOf(at(value, 'steps'))
      .flatMap((inner) => readStep(inner, { ...scope, depth: scope.depth + 1 }))
      .map((step) => ({ ...step, condition }));
  }
  const command = at(scope.document, 'commands', name);
  if (command === undefined) return readOrb(name, node.line, scope);
  const parameters = new Map(
    entriesOf(at(command, 'parameters')).map((parameter) => [parameter.key, textAt(parameter.value, 'default') ?? '']),
  );
  for (const given of entriesOf(value)) parameters.set(given.key, filled(textAt(given.value) ?? '', scope.parameters));
  return itemsOf(at(command, 'steps')).flatMap((inner) =>
    readStep(inner, { ...scope, parameters, depth: scope.depth + 1 }),
  );
}

function readRun(node: YamlNode, value: YamlNode | undefined, scope: Scope): Step {
  const command = value?.kind === 'map' ? at(value, 'command') : value;
  const script = joinScript(command === undefined ? [] : [command], node.path, node.line);
  const text = filled(script.text, scope.parameters);
  const variables = new Map([
    ...scope.variables,
    ...entriesOf(at(value, 'environment')).map((entry) => [entry.key, textAt(entry.value) ?? ''] as const),
  ]);
  const written = textAt(value, 'working_directory');
  const found = toolsOfScript(text, {
    files: scope.context.files,
    directory: written === undefined ? scope.directory : folder(written),
    variables,
  });
  const when = textAt(value, 'when');
  return {
    line: node.line,
    tools: mergeTools(found.map((tool) => toolUse(tool.way, script.lineOf(tool.line)))),
    ...(when === undefined ? {} : { condition: when }),
    mayFail: allIgnored(found),
    injections: [],
    checksOutUntrusted: false,
  };
}

function readOrb(name: string, line: number, { document, context }: Scope): readonly Step[] {
  const [orb = '', command] = name.split('/');
  const reference = textAt(document, 'orbs', orb);
  if (command === undefined || reference === undefined) return [];
  const address = reference.split('@', 1)[0] ?? '';
  const script = orbScripts[`${address}/${command}`];
  const ran =
    script === undefined ? [] : toolsOfScript(script, { files: context.files, directory: '', variables: new Map() });
  const tools: readonly ToolUse[] = [
    ...recognizeNamed('orbs', address).map((way) => toolUse(way, line)),
    ...ran.map((tool) => toolUse(tool.way, line)),
  ];
  return [{ line, tools: mergeTools(tools), mayFail: false, injections: [], checksOutUntrusted: false }];
}

function filled(text: string, parameters: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /<<\s*parameters\.([\w-]{1,60})\s*>>/g,
    (whole, name: string) => parameters.get(name) ?? whole,
  );
}
