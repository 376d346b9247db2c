// SPDX-License-Identifier: Apache-2.0
import type { Call, Followed, Follower } from './followed.ts';
import type { RepositoryFiles } from './repository-files.ts';
import { joinPath, resolvePath } from './resolve-path.ts';

type Scripts = ReadonlyMap<string, string>;

const packagesMax = 60;
// Verbs of the package managers themselves; any other word after `yarn` and `pnpm` is a script or a program.
const verbs = new Set(
  'add audit bin cache ci config create dedupe dlx exec explain get global help i import info init install link list login logout npm node outdated owner pack patch plugin prune publish rebuild remove rm run-script set store tag unlink up update upgrade version versions view why workspace workspaces x stage'.split(
    ' ',
  ),
);
const valued = new Set([
  '--prefix',
  '-C',
  '--dir',
  '--cwd',
  '-w',
  '--workspace',
  '-F',
  '--filter',
  '--loglevel',
  '--scope',
]);

/** `npm run x`, `npm test`, `yarn x`, `pnpm -r x` and `bun run x` into the scripts of package.json. */
export const followPackageScripts: Follower = (call) => {
  const { words, directory, everywhere } = readArguments(call);
  const name = scriptName(words, call.path);
  if (name === null || directory === null) return null;
  if (everywhere) return inEveryPackage(name, call.files);
  const own = scriptsOf(directory, call.files);
  if (own === undefined) return null;
  const found = run(own, name, directory, words.slice(1));
  if (found !== null) return found;
  // `yarn jest` and `pnpm jest` start a program where no script has the name; `npm run x` then does nothing.
  return words[0] === name && name !== 'test'
    ? [{ script: call.args.slice(call.args.indexOf(name)).join(' '), directory }]
    : [];
};

/** `turbo run x`, `lerna run x`, `nx run-many -t x`: the script of every package of the repository. */
export const followWorkspaceRunner: Follower = ({ args, files }) => {
  const target = args.find((arg) => arg.startsWith('--target'))?.split('=')[1];
  const names = [target, ...args.filter((arg) => !arg.startsWith('-') && !/^(?:run|run-many|affected)$/.test(arg))];
  const name = names.find((candidate) => candidate !== undefined && candidate !== '');
  return name === undefined ? null : inEveryPackage(name, files);
};

/** `run-s a b:*` (npm-run-all) and `concurrently "npm:a" "command"`. */
export const followScriptRunner: Follower = ({ args, directory, files }) => {
  const scripts = scriptsOf(directory, files);
  const wanted = args.filter((arg) => !arg.startsWith('-'));
  return wanted.flatMap((arg): readonly Followed[] => {
    const pattern = arg.replace(/^npm:/, '').split(' ', 1)[0] ?? '';
    const start = pattern.endsWith('*') ? pattern.slice(0, pattern.indexOf('*')) : null;
    const found = [...(scripts ?? [])].filter(([name]) => (start === null ? name === pattern : name.startsWith(start)));
    if (found.length > 0) return found.map(([, script]) => ({ script, directory }));
    return arg.includes(' ') ? [{ script: arg, directory }] : [];
  });
};

function readArguments({ args, directory }: Call): {
  readonly words: readonly string[];
  readonly directory: string | null;
  readonly everywhere: boolean;
} {
  const words: string[] = [];
  let where: string | null = directory;
  let everywhere = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const [option = '', joined] = arg.startsWith('--') ? arg.split('=', 2) : [arg];
    const value = joined ?? args[index + 1] ?? '';
    if (arg === '--') break;
    if (/^(?:-r|--recursive|--workspaces|-ws|--ws)$/.test(option)) everywhere = true;
    if (/^(?:--prefix|-C|--dir|--cwd)$/.test(option)) where = resolvePath(where ?? '', value);
    if (/^(?:-w|--workspace|-F|--filter)$/.test(option) && !(option === '-w' && words.length === 0 && value === ''))
      everywhere = true;
    if (valued.has(option) && joined === undefined) index += 1;
    else if (!arg.startsWith('-')) words.push(arg);
  }
  if (words[0] === 'workspaces' && words[1] === 'foreach')
    return { words: words.slice(2), directory: where, everywhere: true };
  if (words[0] === 'workspaces' && words[1] === 'run')
    return { words: words.slice(1), directory: where, everywhere: true };
  if (words[0] === 'workspace') return { words: words.slice(2), directory: where, everywhere: true };
  return { words, directory: where, everywhere };
}

function scriptName(words: readonly string[], program: string): string | null {
  const [verb, next] = words;
  if (verb === undefined) return null;
  if (verb === 'run' || verb === 'run-script' || verb === 'rum') return next ?? null;
  if (/^(?:test|t|tst)$/.test(verb)) return program.endsWith('bun') ? null : 'test';
  if (verb === 'start' || verb === 'stop') return verb;
  return /(?:yarn|pnpm|bun)$/.test(program) && !verbs.has(verb) ? verb : null;
}

function scriptsOf(directory: string, files: RepositoryFiles): Scripts | undefined {
  return files.derived('scripts', joinPath(directory, 'package.json'), parseScripts);
}

function run(scripts: Scripts, name: string, directory: string, given: readonly string[]): readonly Followed[] | null {
  const found = scripts.get(name);
  if (found === undefined) return null;
  const around = [scripts.get(`pre${name}`), `${found} ${given.slice(1).join(' ')}`.trim(), scripts.get(`post${name}`)];
  return around.flatMap((script) => (script === undefined ? [] : [{ script, directory }]));
}

const manifestFile = /(?:^|\/)package\.json$/;

function inEveryPackage(name: string, files: RepositoryFiles): readonly Followed[] | null {
  const manifests = files
    .matching(manifestFile)
    .filter((path) => !/(?:^|\/)(?:node_modules|fixtures?|__fixtures__|examples?|templates?)\//.test(path))
    .slice(0, packagesMax);
  const found = manifests.flatMap((path) => {
    const directory = path.slice(0, Math.max(0, path.length - '/package.json'.length));
    const scripts = scriptsOf(path === 'package.json' ? '' : directory, files);
    return scripts === undefined ? [] : (run(scripts, name, directory, []) ?? []);
  });
  return found.length === 0 ? null : found;
}

function parseScripts(text: string): Scripts {
  const scripts = new Map<string, string>();
  try {
    const manifest: unknown = JSON.parse(text);
    const section =
      typeof manifest === 'object' && manifest !== null && 'scripts' in manifest ? manifest.scripts : null;
    if (typeof section !== 'object' || section === null) return scripts;
    for (const [name, script] of Object.entries(section))
      if (typeof script === 'string') scripts.set(name, script.slice(0, 10_000));
  } catch {
    // Not JSON: there is no script to follow, and the command that names one stays as it is.
    return scripts;
  }
  return scripts;
}
