// SPDX-License-Identifier: Apache-2.0
import { allTools } from './all-tools.ts';
import { type CommandPattern, matchesArguments, parseCommandPattern } from './command-pattern.ts';
import { matchesGlob } from './matches-glob.ts';
import type { ToolSigns, ToolWay } from './tool.ts';

/** Inputs of an action, task or plugin by name, as text. Names compare without case, `-` and `_`. */
export type Inputs = ReadonlyMap<string, string>;

type Compiled = { readonly way: ToolWay; readonly pattern: CommandPattern };
type Named = { readonly way: ToolWay; readonly name: string; readonly conditions: readonly Condition[] };
type Condition = { readonly input: string; readonly values: readonly string[] };

const exactPrograms = new Map<string, Compiled[]>();
const globPrograms: { readonly program: string; readonly compiled: Compiled }[] = [];
for (const way of allTools) {
  for (const sign of way.signs.commands ?? []) {
    const compiled = { way, pattern: parseCommandPattern(sign) };
    for (const program of compiled.pattern.programs) {
      if (program.includes('*')) globPrograms.push({ program, compiled });
      else exactPrograms.set(program, [...(exactPrograms.get(program) ?? []), compiled]);
    }
  }
}

/** The kinds of signs that are a name with conditions on its inputs. */
export type NamedKind = Exclude<keyof ToolSigns, 'commands'>;

const named = (kind: NamedKind): readonly Named[] =>
  allTools.flatMap((way) => (way.signs[kind] ?? []).map((sign) => ({ way, ...parseNamed(sign) })));
const byKind: { readonly [K in NamedKind]: readonly Named[] } = {
  actions: named('actions'),
  images: named('images'),
  templates: named('templates'),
  tasks: named('tasks'),
  orbs: named('orbs'),
  jenkins: named('jenkins'),
};

/** Every program that the catalogue knows by name: what a script need not be followed into. */
export function isKnownProgram(program: string): boolean {
  return exactPrograms.has(program);
}

const idle = new Set(['--version', '-V', '-version', 'version', '--help', '-h', 'help']);

/** The tools that a command is; the first word is the program's plain name. Asking for version or help runs nothing. */
export function recognizeCommand(words: readonly string[]): readonly ToolWay[] {
  const [program, ...args] = words;
  if (program === undefined || (args.length === 1 && idle.has(args[0] ?? '')) || args.includes('--help')) return [];
  return unique(
    candidatesFor(program)
      .filter(({ pattern }) => matchesArguments(pattern, args))
      .map(({ way }) => way),
  );
}

const knownMax = 2000;
const candidatesOf = new Map<string, readonly Compiled[]>();

/** Programs are few, and each is asked for many times. */
function candidatesFor(program: string): readonly Compiled[] {
  const known = candidatesOf.get(program);
  if (known !== undefined) return known;
  const found = [
    ...(exactPrograms.get(program) ?? []),
    ...globPrograms.filter((entry) => matchesGlob(entry.program, program)).map((entry) => entry.compiled),
  ];
  if (candidatesOf.size >= knownMax) candidatesOf.clear();
  if (program.length <= 100) candidatesOf.set(program, found);
  return found;
}

/** The tools that an action (`owner/name/path@ref`), image, GitLab template, task, orb or Jenkins step is. */
export function recognizeNamed(kind: NamedKind, name: string, inputs: Inputs = new Map()): readonly ToolWay[] {
  const wanted = plainName(kind, name);
  if (wanted === '') return [];
  const found = byKind[kind].filter((entry) => matchesGlob(entry.name, wanted) && meets(entry.conditions, inputs));
  return unique(found.map(({ way }) => way));
}

function unique(ways: readonly ToolWay[]): readonly ToolWay[] {
  return [...new Set(ways)];
}

function parseNamed(sign: string): { name: string; conditions: readonly Condition[] } {
  const bracket = sign.indexOf('[');
  if (bracket === -1) return { name: sign.toLowerCase(), conditions: [] };
  const conditions = sign
    .slice(bracket + 1, -1)
    .split(',')
    .map((text) => {
      const equals = text.indexOf('=');
      return { input: inputName(text.slice(0, equals)), values: text.slice(equals + 1).split('|') };
    });
  return { name: sign.slice(0, bracket).toLowerCase(), conditions };
}

function inputName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}

function meets(conditions: readonly Condition[], inputs: Inputs): boolean {
  if (conditions.length === 0) return true;
  const values = new Map([...inputs].map(([name, value]) => [inputName(name), value.trim()]));
  return conditions.every(({ input, values: allowed }) => {
    if (input === '@>') return !isOlder(values.get('@') ?? '', allowed[0] ?? '');
    const value = values.get(input);
    if (value === undefined || value === '') return allowed.includes('');
    return allowed.some((choice) =>
      choice === '*' ? !/^(?:false|no|0)$/i.test(value) : choice !== '' && matchesGlob(choice, value),
    );
  });
}

/** Whether a version is older than another, as far as it is told: `1` is not older than `1.11`, and nothing is not. */
function isOlder(version: string, than: string): boolean {
  const parts = version === '' ? [] : version.split('.').map(Number);
  for (const [index, asked] of than.split('.').map(Number).entries()) {
    const part = parts[index];
    if (part === undefined || part !== asked) return part !== undefined && part < asked;
  }
  return false;
}

function plainName(kind: NamedKind, name: string): string {
  const lower = name.trim().toLowerCase();
  if (kind === 'images') return imageName(lower);
  if (kind === 'jenkins') return lower;
  const bare = lower.split('@', 1)[0] ?? '';
  if (kind === 'templates') return bare.replace(/(?:\.gitlab-ci)?\.ya?ml$/, '').replace(/\.latest$/, '');
  // Forgejo writes the whole address of an action.
  return kind === 'actions' ? bare.replace(/^https?:\/\/[^/]+\//, '') : bare;
}

/** `host:port/owner/name:tag@digest` without host, tag and digest. */
function imageName(reference: string): string {
  const bare = reference.replace(/^docker:\/\//, '').split('@', 1)[0] ?? '';
  const segments = bare.split('/');
  const host = segments[0] ?? '';
  if (segments.length > 1 && /[.:]|^localhost$|^\$/.test(host)) segments.shift();
  const last = segments.pop() ?? '';
  return [...segments.filter((segment) => segment !== 'library'), last.split(':', 1)[0] ?? ''].join('/');
}
