// SPDX-License-Identifier: Apache-2.0
import { parse as parseToml } from 'smol-toml';
import { entriesOf, itemsOf, textAt, type YamlNode } from '../yaml/yaml-node.ts';
import type { Call, Followed, Follower } from './followed.ts';
import { joinPath } from './resolve-path.ts';

/** `just recipe…` into the recipes of the justfile. */
export const followJust: Follower = ({ args, directory, files }) => {
  const path = ['justfile', 'Justfile', '.justfile']
    .map((name) => joinPath(directory, name))
    .find((name) => files.has(name));
  const recipes = path === undefined ? undefined : files.derived('just', path, readJust);
  if (!recipes) return null;
  const asked = args.filter((arg) => !arg.startsWith('-') && recipes.has(arg));
  const lines: string[] = [];
  const done = new Set<string>();
  const visit = (name: string): void => {
    const recipe = recipes.get(name);
    if (!recipe || done.has(name) || done.size > 50) return;
    done.add(name);
    recipe.needs.forEach(visit);
    lines.push(...recipe.lines);
  };
  (asked.length > 0 ? asked : [...recipes.keys()].slice(0, 1)).forEach(visit);
  return lines.length === 0 ? null : [{ script: lines.join('\n'), directory }];
};

function readJust(
  text: string,
): ReadonlyMap<string, { readonly needs: readonly string[]; readonly lines: readonly string[] }> {
  const recipes = new Map<string, { needs: string[]; lines: string[] }>();
  let current: { needs: string[]; lines: string[] } | null = null;
  for (const line of text.split('\n', 20_000)) {
    const header = /^@?([A-Za-z_][\w-]{0,100})([^:=\n]{0,300}):(?!=)(.*)$/.exec(line.slice(0, 2000));
    if (header) {
      const needs = (header[3] ?? '')
        .replace(/#.*/, '')
        .split(/[\s()&]+/)
        .filter((name) => name !== '');
      current = { needs, lines: [] };
      recipes.set(header[1] ?? '', current);
    } else if (/^\s+\S/.test(line)) current?.lines.push(line.trim().replace(/^[@-]+/, ''));
    else if (line.trim() !== '') current = null;
  }
  return recipes;
}

/** `task name…` (go-task) into the commands of Taskfile.yml. */
export const followTaskfile: Follower = ({ args, directory, files }) => {
  const path = ['Taskfile.yml', 'Taskfile.yaml', 'taskfile.yml', 'Taskfile.dist.yml']
    .map((name) => joinPath(directory, name))
    .find((name) => files.has(name));
  const parsed = path === undefined ? undefined : files.yaml(path);
  if (!parsed?.ok) return null;
  const tasks = new Map(
    entriesOf(parsed.documents[0])
      .filter((entry) => entry.key === 'tasks')
      .flatMap((entry) => entriesOf(entry.value))
      .map((entry) => [entry.key, entry.value]),
  );
  const lines: string[] = [];
  const done = new Set<string>();
  const visit = (name: string): void => {
    const task = tasks.get(name);
    if (!task || done.has(name) || done.size > 50) return;
    done.add(name);
    for (const need of itemsOf(childOf(task, 'deps'))) visit(textAt(need) ?? textAt(need, 'task') ?? '');
    for (const command of task.kind === 'map'
      ? [...itemsOf(childOf(task, 'cmds')), ...itemsOf(childOf(task, 'cmd'))]
      : itemsOf(task)) {
      const called = textAt(command, 'task');
      if (called === undefined) lines.push(textAt(command) ?? textAt(command, 'cmd') ?? '');
      else visit(called);
    }
  };
  const asked = args.filter((arg) => !arg.startsWith('-') && !arg.includes('='));
  (asked.length > 0 ? asked : ['default']).forEach(visit);
  return lines.length === 0 ? null : [{ script: lines.join('\n'), directory }];
};

const childOf = (node: YamlNode, key: string): YamlNode | undefined =>
  node.kind === 'map' ? node.entries.get(key)?.value : undefined;

/** `composer test` and `composer run-script x` into the scripts of composer.json. */
export const followComposer: Follower = ({ args, directory, files }) => {
  const words = args.filter((arg) => !arg.startsWith('-'));
  const name = words[0] === 'run-script' || words[0] === 'run' || words[0] === 'exec' ? words[1] : words[0];
  if (name === undefined) return null;
  if (words[0] === 'exec') return [{ script: words.slice(1).join(' '), directory }];
  const scripts = files.derived('composer', joinPath(directory, 'composer.json'), readComposer);
  const found = scripts?.get(name);
  return found === undefined
    ? null
    : [{ script: expandComposer(found, scripts ?? new Map(), 0).join('\n'), directory }];
};

function expandComposer(
  lines: readonly string[],
  scripts: ReadonlyMap<string, readonly string[]>,
  depth: number,
): readonly string[] {
  if (depth > 4) return [];
  return lines.slice(0, 100).flatMap((line) => {
    const called = /^@([\w:-]{1,100})(?:\s|$)/.exec(line)?.[1];
    if (called === undefined) return [line];
    if (called === 'php') return [line.slice(1)];
    if (called === 'composer') return [line.slice(1)];
    return expandComposer(scripts.get(called) ?? [], scripts, depth + 1);
  });
}

function readComposer(text: string): ReadonlyMap<string, readonly string[]> {
  const scripts = new Map<string, readonly string[]>();
  const section = tableAt(
    tryParse(() => JSON.parse(text) as unknown),
    ['scripts'],
  );
  for (const [name, value] of Object.entries(section)) {
    const lines: readonly unknown[] = Array.isArray(value) ? value : [value];
    scripts.set(
      name,
      lines.filter((line): line is string => typeof line === 'string'),
    );
  }
  return scripts;
}

/** `hatch run [env:]x`, `pdm run x` and `poe x` into the scripts of pyproject.toml. */
export const followPyproject: Follower = (call) => {
  const words = call.args.filter((arg) => !arg.startsWith('-'));
  const given = words[0] === 'run' ? words[1] : words[0];
  const name = given?.slice(given.lastIndexOf(':') + 1);
  if (name === undefined) return null;
  const scripts = call.files.derived('pyproject', joinPath(call.directory, 'pyproject.toml'), readPyproject);
  const found = scripts?.get(name) ?? scripts?.get(given ?? '');
  if (found !== undefined) return [{ script: found, directory: call.directory }];
  return words[0] === 'run' ? direct(call, words) : null;
};

/** What is no script is a program: `pdm run pytest`. */
function direct(call: Call, words: readonly string[]): readonly Followed[] {
  const from = call.args.indexOf(words[1] ?? '');
  return [{ script: call.args.slice(from).join(' ').replace(/^\w+:/, ''), directory: call.directory }];
}

function readPyproject(text: string): ReadonlyMap<string, string> {
  const scripts = new Map<string, string>();
  const root = tryParse(() => parseToml(text) as unknown);
  const add = (section: Readonly<Record<string, unknown>>, keys: readonly string[]): void => {
    for (const [name, value] of Object.entries(section)) {
      const inner =
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? keys.map((key) => (value as Record<string, unknown>)[key]).find((part) => part !== undefined)
          : value;
      const lines: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
      scripts.set(name, lines.filter((line) => typeof line === 'string').join('\n'));
    }
  };
  for (const environment of Object.values(tableAt(root, ['tool', 'hatch', 'envs'])))
    add(tableAt(environment, ['scripts']), []);
  add(tableAt(root, ['tool', 'pdm', 'scripts']), ['cmd', 'shell', 'composite']);
  add(tableAt(root, ['tool', 'poe', 'tasks']), ['cmd', 'shell', 'sequence']);
  return scripts;
}

function tableAt(value: unknown, path: readonly string[]): Readonly<Record<string, unknown>> {
  let current = value;
  for (const key of path)
    current = typeof current === 'object' && current !== null ? (current as Record<string, unknown>)[key] : null;
  return typeof current === 'object' && current !== null && !Array.isArray(current)
    ? (current as Record<string, unknown>)
    : {};
}

function tryParse(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    // A file that does not parse has no script to follow; the collector of its kind reports it.
    return null;
  }
}
