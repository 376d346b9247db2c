// SPDX-License-Identifier: Apache-2.0
import { parse as parseToml } from 'smol-toml';
import type { Call, Followed } from './followed.ts';
import { type Ini, readIni } from './read-ini.ts';
import type { RepositoryFiles } from './repository-files.ts';
import { joinPath } from './resolve-path.ts';

type ToxConfig = { readonly environments: readonly string[]; readonly commands: (name: string) => string | null };

const environmentsMax = 40;

/** `tox [-e a,b]` into the commands of its environments, from tox.ini, setup.cfg, tox.toml or pyproject.toml. */
export function followTox({ args, directory, files }: Call): readonly Followed[] | null {
  const config = load(directory, files);
  if (config === null) return null;
  const asked = chosen(args);
  const names = asked.length > 0 ? asked : config.environments;
  const scripts = names.slice(0, environmentsMax).flatMap((name) => config.commands(name) ?? []);
  return scripts.length === 0 ? null : [...new Set(scripts)].map((script) => ({ script, directory }));
}

function chosen(args: readonly string[]): readonly string[] {
  const found: string[] = [];
  args.forEach((arg, index) => {
    const joined = /^(?:-e|--env=)(.+)$/.exec(arg)?.[1];
    if (arg === '-e' || arg === '--env') found.push(...expandNames(args[index + 1] ?? ''));
    else if (joined !== undefined && !arg.startsWith('--env-')) found.push(...expandNames(joined));
  });
  return found;
}

/** `a,b{1,2}` as `a`, `b1`, `b2`. At most 200 names. */
function expandNames(text: string): readonly string[] {
  const names: string[] = [];
  const pending = text
    .slice(0, 2000)
    .replaceAll(/\s*\n\s*/g, ',')
    .split(/,(?![^{]*\})/);
  while (pending.length > 0 && names.length < 200) {
    const name = (pending.shift() ?? '').trim();
    const braces = /^([^{]*)\{([^}]*)\}(.*)$/.exec(name);
    if (!braces) names.push(name);
    else for (const choice of (braces[2] ?? '').split(',')) pending.push(`${braces[1]}${choice.trim()}${braces[3]}`);
  }
  return names.filter((name) => name !== '');
}

function load(directory: string, files: RepositoryFiles): ToxConfig | null {
  for (const name of ['tox.ini', 'setup.cfg']) {
    const config = files.derived('tox', joinPath(directory, name), (text) => fromIni(readIni(text), name));
    if (config) return config;
  }
  for (const name of ['pyproject.toml', 'tox.toml']) {
    const config = files.derived('tox', joinPath(directory, name), (text) => fromToml(text, name));
    if (config) return config;
  }
  return null;
}

function fromIni(ini: Ini, file: string): ToxConfig | null {
  const prefix = file === 'setup.cfg' ? 'tox:' : '';
  const main = ini.get(`${prefix}tox`);
  if (!main && !ini.has('testenv')) return null;
  const commandsOf = (section: string): string | null => {
    const own = ini.get(section)?.get('commands') ?? ini.get('testenv')?.get('commands');
    return own === undefined ? null : references(own, ini);
  };
  const sections = [...ini.keys()].filter((name) => name.startsWith('testenv:'));
  return {
    environments: expandNames(main?.get('envlist') ?? main?.get('env_list') ?? ''),
    commands: (name) => {
      const section = sections.find((candidate) => expandNames(candidate.slice('testenv:'.length)).includes(name));
      const text = commandsOf(section ?? 'testenv');
      return text === null ? null : withoutFactors(text, name);
    },
  };
}

/** `{[testenv:lint]commands}` stands for the commands of another section. */
function references(text: string, ini: Ini): string {
  return text.replaceAll(/\{\[([^\]{}]{1,100})\](\w{1,40})\}/g, (whole, section: string, key: string) =>
    (ini.get(section)?.get(key) ?? whole).slice(0, 4000),
  );
}

/** Lines such as `lint: ruff check` count for environments that have the factor; `-` before a command lets it fail. */
function withoutFactors(text: string, name: string): string {
  const factors = name.split('-');
  const lines = text.split('\n').flatMap((line) => {
    const conditional = /^([\w!,{}-]{1,80}):\s+(.*)$/.exec(line);
    const choices = conditional ? expandNames(conditional[1] ?? '') : [];
    if (conditional && !choices.some((choice) => choice.split('-').every((factor) => has(factors, factor)))) return [];
    return [(conditional?.[2] ?? line).replace(/^-\s*/, '').replaceAll(/\{posargs(?::([^{}]*))?\}/g, '$1')];
  });
  return lines.join('\n').replaceAll('{envpython}', 'python');
}

const has = (factors: readonly string[], factor: string): boolean =>
  factor.startsWith('!') ? !factors.includes(factor.slice(1)) : factors.includes(factor);

function fromToml(text: string, file: string): ToxConfig | null {
  const root = record(tryToml(text));
  const tox = file === 'tox.toml' ? root : record(record(root?.['tool'])?.['tox']);
  if (!tox) return null;
  if (typeof tox['legacy_tox_ini'] === 'string') return fromIni(readIni(tox['legacy_tox_ini']), 'tox.ini');
  const base = record(tox['env_run_base']);
  return {
    environments: strings(tox['env_list'] ?? tox['envlist']),
    commands: (name) => {
      const commands = record(record(tox['env'])?.[name])?.['commands'] ?? base?.['commands'];
      return Array.isArray(commands) ? commands.map((words) => strings(words).join(' ')).join('\n') : null;
    },
  };
}

function tryToml(text: string): unknown {
  try {
    return parseToml(text);
  } catch {
    // Not TOML: another collector reports the file; here it only means that nothing can be followed.
    return null;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return expandNames(value);
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
