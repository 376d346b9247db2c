// SPDX-License-Identifier: Apache-2.0
import type { AnalysisContext } from '../analysis-context.ts';
import { expressionsIn } from '../expression/expressions-in.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { possibleTexts } from '../expression/possible-texts.ts';
import { resolvePath } from '../follow/resolve-path.ts';
import { at, entriesOf, textAt, textsOf, type YamlNode } from '../yaml/yaml-node.ts';
import { type Combination, variantsOf } from './github-matrix.ts';

/** What a step inherits from its job, its workflow and, for a composite action, its caller. */
export type StepScope = {
  readonly context: AnalysisContext;
  readonly combinations: readonly Combination[];
  /** Plain values of `env.x` and `inputs.x`, by lower-case path. */
  readonly known: ReadonlyMap<string, string>;
  /** Expressions that `env.x` and `inputs.x` were given, by lower-case path. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** What `inputs.x` may be where a manual run chooses from a list, by lower-case path. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** Environment variables whose values are plain text. */
  readonly variables: ReadonlyMap<string, string>;
  readonly directory: string;
  readonly shell: string | null;
  /** Runs with the rights of the base although somebody outside started it, so that a checkout of the other side matters. */
  readonly privileged: boolean;
  /** Folders into which the repository itself was checked out. */
  readonly checkouts: readonly string[];
  /** Whether an output of a step of this job, in lower case, carries text that outsiders write. */
  readonly untrustedOutput: (path: string) => boolean;
  /** Set inside what is followed: the line of the call, which all findings then carry. */
  readonly callLine: number | null;
  /** Set inside an action of the repository: its folder, empty for the root. */
  readonly actionFolder: string | null;
  readonly depth: number;
};

/** The scope of a file before anything in it is read. */
export function emptyScope(context: AnalysisContext): StepScope {
  return {
    context,
    combinations: [new Map()],
    known: new Map(),
    given: new Map(),
    choices: new Map(),
    variables: new Map(),
    directory: '',
    shell: null,
    privileged: false,
    checkouts: [],
    untrustedOutput: () => false,
    callLine: null,
    actionFolder: null,
    depth: 0,
  };
}

/** The scope with the variables of an `env:` block. */
export function withEnvironment(scope: StepScope, env: YamlNode | undefined): StepScope {
  const entries = entriesOf(env);
  if (entries.length === 0) return scope;
  const known = new Map(scope.known);
  const given = new Map(scope.given);
  const variables = new Map(scope.variables);
  for (const { key, value } of entries) {
    const [text = '', ...others] = variantsOf(textAt(value) ?? '', scope.combinations, scope.known);
    given.set(
      `env.${key.toLowerCase()}`,
      expressionsIn(textAt(value) ?? '').map(({ source }) => source),
    );
    if (others.length > 0 || text.includes('${{')) continue;
    known.set(`env.${key.toLowerCase()}`, text);
    variables.set(key, text);
  }
  return { ...scope, known, given, variables };
}

/** The scope in which an action or workflow of the repository runs that is given these inputs. */
export function withInputs(scope: StepScope, declared: YamlNode | undefined, passed: YamlNode | undefined): StepScope {
  const known = new Map([...scope.known].filter(([path]) => !path.startsWith('inputs.')));
  const given = new Map([...scope.given].filter(([path]) => !path.startsWith('inputs.')));
  const values = new Map<string, string>();
  for (const { key, value } of [...entriesOf(declared), ...entriesOf(passed)]) {
    const text = value.kind === 'map' ? (textAt(value, 'default') ?? '') : (textAt(value) ?? '');
    values.set(`inputs.${key.toLowerCase()}`, text);
  }
  for (const [path, text] of values)
    given.set(
      path,
      expressionsIn(text).map(({ source }) => source),
    );
  // Inputs may differ with the caller's matrix: they become part of each combination.
  const combinations = scope.combinations.map((combination) => {
    const inputs = [...values].map(
      ([path, text]) => [path, variantsOf(text, [combination], scope.known)[0] ?? ''] as const,
    );
    return new Map(
      [...combination]
        .filter(([path]) => !path.startsWith('inputs.'))
        .concat(inputs.filter(([, text]) => !text.includes('${{')).map(([path, text]) => [path, text])),
    );
  });
  const [first = new Map<string, string>()] = combinations;
  for (const [path, text] of first) {
    if (path.startsWith('inputs.') && combinations.every((combination) => combination.get(path) === text))
      known.set(path, text);
  }
  return { ...scope, known, given, combinations, choices: passedChoices(scope, values) };
}

/** Choices that a caller hands on: `os: ${{ inputs.os || 'ubuntu-latest' }}`. */
function passedChoices(scope: StepScope, values: ReadonlyMap<string, string>): StepScope['choices'] {
  const choices = new Map<string, readonly string[]>();
  for (const [path, text] of values) {
    const [only, ...others] = expressionsIn(text);
    const expression = only === undefined || others.length > 0 ? null : parseExpression(only.source);
    const texts = expression === null ? null : possibleTexts(expression, (name) => scope.choices.get(name) ?? null);
    if (texts !== null && texts.length > 0) choices.set(path, texts);
  }
  return choices;
}

/** The scope of a workflow that people start by hand with inputs of `type: choice`; a run without them gives the default. */
export function withChoices(scope: StepScope, inputs: YamlNode | undefined): StepScope {
  const choices = new Map(scope.choices);
  for (const { key, value } of entriesOf(inputs).slice(0, 50)) {
    const options = textAt(value, 'type') === 'choice' ? textsOf(at(value, 'options')).slice(0, 50) : [];
    if (options.length > 0) choices.set(`inputs.${key.toLowerCase()}`, options);
  }
  return { ...scope, choices };
}

/** The folders of the repository that a working directory may mean; outside of it, the root. */
export function workingDirectories(scope: StepScope, written: string | undefined): readonly string[] {
  const text = written ?? scope.directory;
  const found = variantsOf(text, scope.combinations, scope.known).map((variant) => {
    const plain = variant.replace(/^\$\{\{\s*github\.workspace\s*\}\}\/?/, '').replace(/^\$GITHUB_WORKSPACE\/?/, '');
    const resolved = plain.includes('$') ? '' : (resolvePath('', plain) ?? '');
    const checkout = scope.checkouts.find((folder) => resolved === folder || resolved.startsWith(`${folder}/`));
    return checkout === undefined ? resolved : resolved.slice(checkout.length + 1);
  });
  return [...new Set(found)].slice(0, 8);
}
