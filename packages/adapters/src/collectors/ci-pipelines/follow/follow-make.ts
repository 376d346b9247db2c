// SPDX-License-Identifier: Apache-2.0
import type { Call, Followed } from './followed.ts';
import type { RepositoryFiles } from './repository-files.ts';
import { joinPath, resolvePath } from './resolve-path.ts';

type Makefile = {
  readonly rules: ReadonlyMap<string, { readonly needs: readonly string[]; readonly recipe: readonly string[] }>;
  readonly variables: ReadonlyMap<string, string>;
  readonly includes: readonly string[];
  readonly first: string | null;
};

const targetsMax = 60;
const valued = new Set(['-C', '-f', '-j', '-I', '-o', '-W', '-l', '--directory', '--file', '--makefile']);

/** `make [-C dir] [-f file] target…` into the recipes of its targets and of what they need. */
export function followMake({ args, directory, files }: Call): readonly Followed[] | null {
  const call = readArguments(args, directory);
  if (call === null) return null;
  const makefile = load(call.directory, call.file, files);
  if (makefile === null) return null;
  const targets = call.targets.length > 0 ? call.targets : makefile.first === null ? [] : [makefile.first];
  const fallback = makefile.rules.get('.DEFAULT');
  if (!targets.some((target) => makefile.rules.has(target)) && fallback === undefined) return null;
  const lines: string[] = [];
  const done = new Set<string>();
  let isUnresolved = false;
  const visit = (target: string): void => {
    const rule = makefile.rules.get(target) ?? fallback;
    isUnresolved ||= rule === undefined;
    if (!rule || done.has(target) || done.size >= targetsMax) return;
    done.add(target);
    if (rule !== fallback) rule.needs.forEach(visit);
    for (const line of rule.recipe) {
      lines.push(expand(line.replace(/^[@+-]+/, '').replaceAll('$@', target), makefile.variables));
    }
  };
  targets.forEach(visit);
  // Pattern rules and generated rules cannot be followed: then the command stays what it is.
  return lines.length === 0 && isUnresolved ? null : [{ script: lines.join('\n'), directory: call.directory }];
}

function readArguments(
  args: readonly string[],
  directory: string,
): { readonly targets: readonly string[]; readonly directory: string; readonly file: string | null } | null {
  const targets: string[] = [];
  let where: string | null = directory;
  let file: string | null = null;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const value = arg.startsWith('--') && arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : (args[index + 1] ?? '');
    if (arg === '-C' || arg.startsWith('--directory')) where = resolvePath(where ?? '', value);
    else if (/^-C./.test(arg)) where = resolvePath(where ?? '', arg.slice(2));
    else if (arg === '-f' || arg.startsWith('--file') || arg.startsWith('--makefile')) file = value;
    // `-j` may stand alone: only a number after it is its value.
    if (valued.has(arg) && (arg !== '-j' || /^\d+$|^\$/.test(value))) index += 1;
    else if (!arg.startsWith('-') && !arg.includes('=')) targets.push(arg);
  }
  return where === null ? null : { targets, directory: where, file };
}

function load(directory: string, file: string | null, files: RepositoryFiles): Makefile | null {
  const names = file === null ? ['GNUmakefile', 'makefile', 'Makefile'] : [file];
  const path = names.map((name) => joinPath(directory, name)).find((name) => files.has(name));
  const main = path === undefined ? undefined : files.derived('make', path, parse);
  if (!main) return null;
  const included = main.includes.flatMap((name) => {
    const resolved = resolvePath(directory, expand(name, main.variables));
    const part = resolved === null ? undefined : files.derived('make', resolved, parse);
    return part ? [part] : [];
  });
  return {
    first: main.first,
    includes: [],
    rules: new Map([...included.flatMap((part) => [...part.rules]), ...main.rules]),
    variables: new Map([...included.flatMap((part) => [...part.variables]), ...main.variables]),
  };
}

function parse(text: string): Makefile {
  const rules = new Map<string, { needs: string[]; recipe: string[] }>();
  const variables = new Map<string, string>([['MAKE', 'make']]);
  const includes: string[] = [];
  let first: string | null = null;
  let current: { needs: string[]; recipe: string[] }[] = [];
  for (const line of text.split('\n', 20_000).map((raw) => raw.slice(0, 4000))) {
    if (line.startsWith('\t')) {
      for (const rule of current) rule.recipe.push(line.slice(1));
      continue;
    }
    const assigned = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*(?::{1,3}|\?|\+)?=(.*)$/.exec(line);
    const rule = assigned ? null : /^([^\s#=:][^#=:]*):{1,2}(?!=)([^=]*)$/.exec(line);
    if (assigned) variables.set(assigned[1] ?? '', withoutComment(assigned[2] ?? ''));
    else if (/^-?include\s/.test(line)) includes.push(...line.split(/\s+/).slice(1, 20));
    else if (rule) {
      const [needs = '', recipe] = withoutComment(rule[2] ?? '').split(';');
      current = names(rule[1] ?? '').map((name) => {
        const known = rules.get(name) ?? { needs: [], recipe: [] };
        known.needs.push(...names(needs));
        if (recipe !== undefined) known.recipe.push(recipe.trim());
        rules.set(name, known);
        if (first === null && !name.startsWith('.') && !name.includes('%') && !name.includes('$')) first = name;
        return known;
      });
    } else if (line.trim() !== '' && !/^\s*(?:#|if|else|endif|define|endef)/.test(line)) current = [];
  }
  return { rules, variables, includes, first };
}

const withoutComment = (text: string): string => text.replace(/\s#.*$/, '').trim();
const names = (text: string): string[] => text.split(/\s+/).filter((name) => name !== '' && name !== '|');

/** Replaces `$(NAME)` and `${NAME}` twice: enough for `$(GO)` and for what a variable is made of. `$$` is a shell's `$`. */
function expand(line: string, variables: ReadonlyMap<string, string>): string {
  let text = line;
  for (let round = 0; round < 2; round += 1) {
    text = text.replaceAll(
      /\$(?:\(([\w.-]+)\)|\{([\w.-]+)\})/g,
      (whole, plain: string | undefined, curly: string | undefined) =>
        (variables.get(plain ?? curly ?? '') ?? whole).slice(0, 500),
    );
    if (text.length > 20_000) break;
  }
  return text.replaceAll('$$', '$');
}
