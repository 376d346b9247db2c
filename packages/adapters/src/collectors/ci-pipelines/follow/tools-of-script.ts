// SPDX-License-Identifier: Apache-2.0
import { dropAssignments } from '../shell/drop-keywords.ts';
import { plainProgram } from '../shell/plain-program.ts';
import { type ShellCommand, splitCommands } from '../shell/split-commands.ts';
import { unwrapCommand } from '../shell/unwrap-command.ts';
import { configuredTools } from '../tools/configured-tools.ts';
import { isKnownProgram, recognizeCommand, recognizeNamed } from '../tools/recognize.ts';
import type { ToolWay } from '../tools/tool.ts';
import { findFollower } from './find-follower.ts';
import type { Followed } from './followed.ts';
import { preCommitTools } from './follow-pre-commit.ts';
import { refineTools } from './refine-tools.ts';
import type { RepositoryFiles } from './repository-files.ts';
import { resolvePath } from './resolve-path.ts';

/** A tool that a script runs; `line` counts from 0 within the script, for what is followed too: the line that calls it. */
export type FoundTool = { readonly way: ToolWay; readonly line: number; readonly failureIgnored: boolean };

export type ScriptContext = {
  readonly files: RepositoryFiles;
  /** Where the script starts, within the repository. */
  readonly directory: string;
  /** Values of environment variables that are plain text. */
  readonly variables: ReadonlyMap<string, string>;
};

type Walk = {
  readonly context: ScriptContext;
  readonly found: FoundTool[];
  readonly seen: Set<string>;
  commands: number;
  /** Commands that do something, but nothing that the catalogue knows. */
  unrecognized: number;
};

type Origin = {
  readonly line: number;
  readonly failureIgnored: boolean;
  readonly depth: number;
  readonly scripts: number;
};

const commandsMax = 4000;
const depthMax = 6;
/** How many scripts of the repository are followed into one another. */
const scriptsMax = 2;

/**
 * Every tool that a shell script runs, itself or through what it calls inside the repository. One script stands in many
 * jobs, and for many combinations of a matrix: each is followed once.
 */
export function toolsOfScript(script: string, context: ScriptContext): readonly FoundTool[] {
  const { directory, variables, files } = context;
  return files.part(JSON.stringify(['script', directory, [...variables], script]), () => followScript(script, context));
}

function followScript(script: string, context: ScriptContext): readonly FoundTool[] {
  const walk: Walk = { context, found: [], seen: new Set(), commands: 0, unrecognized: 0 };
  visitScript(script, context.directory, null, walk);
  const unique = new Map<string, FoundTool>();
  for (const tool of walk.found) {
    const key = `${tool.way.id} ${tool.way.purposes.join()} ${tool.line}`;
    const known = unique.get(key);
    if (!known || (known.failureIgnored && !tool.failureIgnored)) unique.set(key, tool);
  }
  return [...unique.values()];
}

function visitScript(script: string, start: string, origin: Origin | null, walk: Walk): void {
  let directory = start;
  const variables = new Map(walk.context.variables);
  const functions = functionsOf(script);
  for (const command of walk.context.files.commands(script)) {
    if (walk.commands >= commandsMax) return;
    walk.commands += 1;
    rememberAssignments(command.words, variables);
    const words = withVariables(command.words, variables);
    const here = origin ?? { line: command.line, failureIgnored: command.failureIgnored, depth: 0, scripts: 0 };
    if (words[0] === 'cd' || words[0] === 'pushd') directory = moved(directory, words);
    else if (!functions.has(words[0] ?? ''))
      visitCommand(
        { ...command, words },
        directory,
        { ...here, failureIgnored: here.failureIgnored || command.failureIgnored },
        walk,
      );
  }
}

function moved(directory: string, words: readonly string[]): string {
  const target = words.slice(1).find((word) => !word.startsWith('-')) ?? '';
  // What cannot be told, such as `cd "$WORKSPACE"`, is most often the root of the checkout.
  return target.includes('$') ? '' : (resolvePath(directory, target) ?? '');
}

function visitCommand(command: ShellCommand, directory: string, origin: Origin, walk: Walk): void {
  const { files } = walk.context;
  const unwrapped = unwrapCommand(command.words);
  const add = (ways: readonly ToolWay[]): void => {
    for (const way of ways) walk.found.push({ way, line: origin.line, failureIgnored: origin.failureIgnored });
  };
  for (const image of unwrapped.images) add(recognizeNamed('images', image));
  for (const { words, path } of unwrapped.commands) {
    const [program = '', ...args] = words;
    const call = { args, path, directory, files };
    const followed = findFollower(program, path)?.(call) ?? null;
    const own = isOwnScript(path, directory, files);
    const ways = own && !conventional.has(program) ? [] : recognizeCommand(words);
    const plain = ways.filter((way) => !conventions.has(way.id));
    const byConvention = ways.filter((way) => conventions.has(way.id));
    if (followed === null || followed.some((part) => doesSomething(part.script))) add(plain);
    add(refineTools(ways, { words, directory, files }));
    if (program === 'pre-commit' || program === 'prek') add(preCommitTools({ args, directory, files }));
    if (own && isTestProgram(path)) byConvention.push(configuredTools.ownTests);
    const before = walk.unrecognized;
    followed?.forEach((part) => visitFollowed(part, origin, walk));
    const wrapped = followed === null && ways.length === 0 ? behindDashes(words) : null;
    if (wrapped !== null && origin.depth < depthMax) {
      visitCommand({ ...command, words: wrapped }, directory, { ...origin, depth: origin.depth + 1 }, walk);
      continue;
    }
    add(byConvention.filter((way) => countsAsTest(way.id, words, followed !== null, walk.unrecognized > before)));
    if (ways.length === 0 && followed === null && !nothing.has(program)) walk.unrecognized += 1;
  }
  const shellInput =
    command.input !== undefined && /^(?:ba|da|z|k)?sh$/.test(plainProgram(dropAssignments(command.words)[0] ?? ''));
  for (const script of [...unwrapped.scripts, ...(shellInput ? [command.input ?? ''] : [])])
    visitFollowed({ script, directory }, origin, walk);
}

function visitFollowed(part: Followed, origin: Origin, walk: Walk): void {
  const scripts = origin.scripts + (part.shellScript ? 1 : 0);
  if (origin.depth >= depthMax || scripts > scriptsMax) return;
  const key = `${origin.line} ${part.directory} ${part.script}`;
  if (walk.seen.has(key)) return;
  walk.seen.add(key);
  visitScript(part.script, part.directory, { ...origin, depth: origin.depth + 1, scripts }, walk);
}

/** What an unknown wrapper starts: `tool box -- pytest`, where the word after the dashes is a program that is known. */
function behindDashes([program, ...args]: readonly string[]): readonly string[] | null {
  const dashes = args.indexOf('--');
  const next = plainProgram(args[dashes + 1] ?? '');
  if (
    dashes === -1 ||
    isKnownProgram(program ?? '') ||
    /^(?:git|echo|printf|grep|rg|find|ls|rm|cp|mv|cat)$/.test(program ?? '')
  )
    return null;
  return isKnownProgram(next) || /^(?:python|bash|sh|sudo|env)$/.test(next) ? args.slice(dashes + 1) : null;
}

/** Programs whose argument `test` starts the tests by convention, whatever the repository makes of it. */
const conventions = new Set(['npm-test', 'make-test', 'tox', 'nox']);

/**
 * `npm test` and `make check` count where what they run cannot be followed, or has a part that is not recognised; where
 * all of it is recognised, that says it. `tox` and `nox` count where they cannot be followed and no environment but one
 * for tests was chosen.
 */
function countsAsTest(id: string, words: readonly string[], isFollowed: boolean, hasUnrecognized: boolean): boolean {
  if (id !== 'tox' && id !== 'nox') return !isFollowed || hasUnrecognized;
  const chosen = words.findIndex((word) => /^-(?:e|s)$/.test(word));
  return !isFollowed && (chosen === -1 || /^(?:py|test|unit|\d|\$)/.test(words[chosen + 1] ?? ''));
}

// Scripts in the tree that are a build tool's own front end; any other script of the repository is what it runs.
const conventional = new Set(
  'gradle mvn configure autogen.sh buildconf bootstrap bootstrap.sh run-tests.php setup.py manage.py artisan checkpatch.pl helper.py sbt'.split(
    ' ',
  ),
);

const testProgram =
  /(?:^|\/)(?:run[-_]?)?(?:all[-_]?)?(?:unit|integration|functional|e2e|regression)?[-_]?tests?(?:[-_](?:all|runner|suite|driver|main|helper))?(?:\.[a-z]{1,4})?$|(?:^|\/)(?:tests?|testing|spec)\/(?:[\w.-]+\/){0,3}(?:run|main|index|all|check)[\w-]*(?:\.[a-z]{1,4})?$/i;

/** A program of the repository that its path tells to be the tests: `./runtest`, `python tests/run.py`. */
function isTestProgram(path: string): boolean {
  return path.length < 300 && testProgram.test(path) && !/(?:install|setup|deps|docker|build)[^/]*$/i.test(path);
}

function isOwnScript(path: string, directory: string, { has }: RepositoryFiles): boolean {
  if (!/[/.]/.test(path) || path.includes('node_modules/') || path.includes('vendor/')) return false;
  const resolved = resolvePath(directory, path);
  return resolved !== null && has(resolved);
}

const nothing = new Set([
  'echo',
  'exit',
  'true',
  'false',
  ':',
  'printf',
  'cd',
  'set',
  'export',
  'mkdir',
  'rm',
  'sleep',
  'cat',
  'pwd',
  'ls',
  'date',
  'which',
  'help',
]);

/** Names of the functions that a script defines: calling one is not running a program of that name. */
function functionsOf(script: string): ReadonlySet<string> {
  if (!/\(\)|\bfunction\b/.test(script)) return new Set();
  const found = script
    .slice(0, 262_144)
    .matchAll(/^[ \t]{0,20}(?:function[ \t]{1,5}([\w-]{1,80})|([\w-]{1,80})[ \t]{0,5}\(\))/gm);
  return new Set([...found].map((match) => match[1] ?? match[2] ?? ''));
}

/** `echo "no tests yet" && exit 1` is nothing. */
function doesSomething(script: string): boolean {
  return splitCommands(script).some(({ words }) => {
    const [program] = dropAssignments(words);
    return program !== undefined && !nothing.has(plainProgram(program));
  });
}

function rememberAssignments(words: readonly string[], variables: Map<string, string>): void {
  const shell = /^(?:\[[\w.]{1,40}\])?\$(\w{1,60})$/.exec(words[0] ?? '')?.[1];
  // PowerShell: `[string] $Script = "build.cake"`.
  if (shell !== undefined && words[1] === '=' && words[2] !== undefined && !/[$(]/.test(words[2]))
    variables.set(shell, words[2].replace(/,$/, ''));
  const own = words[0] === 'export' ? words.slice(1) : words;
  for (const word of own) {
    // `MAKE=${MAKE:-make}` is `make` unless somebody says otherwise.
    const match = /^([A-Za-z_]\w{0,60})=(?:\$\{\w{1,60}:?[-=]([^$`{}]{0,300})\}|([^$`]{0,300}))$/.exec(word);
    if (!match) return;
    variables.set(match[1] ?? '', match[2] ?? match[3] ?? '');
  }
}

/** Replaces words that are only a variable; the first word splits, since it is the command. */
function withVariables(words: readonly string[], variables: ReadonlyMap<string, string>): readonly string[] {
  return words.flatMap((word, index) => {
    const name = /^\$\{?([A-Za-z_]\w{0,60})\}?$/.exec(word)?.[1];
    const value = name === undefined ? undefined : variables.get(name);
    if (value === undefined) return [word];
    return index === 0 || value.includes(' ')
      ? value
          .split(/\s+/)
          .filter((part) => part !== '')
          .slice(0, 50)
      : [value];
  });
}
