// SPDX-License-Identifier: Apache-2.0
import { dropAssignments } from './drop-keywords.ts';
import { plainProgram } from './plain-program.ts';
import { skipOptions } from './skip-options.ts';
import { unwrapContainer } from './unwrap-container.ts';

/**
 * What a command really runs. `commands` have the program's plain name first (its path as written is `path`);
 * `scripts` are texts that a shell reads; `images` are container images whose entry point runs.
 */
export type Unwrapped = {
  readonly commands: readonly { readonly words: readonly string[]; readonly path: string }[];
  readonly scripts: readonly string[];
  readonly images: readonly string[];
};

type Step =
  | readonly string[]
  | { readonly script: string }
  | { readonly image: string; readonly args: readonly string[]; readonly entry: string | null }
  | null;

const shells = new Set(['bash', 'sh', 'zsh', 'dash', 'ksh', 'ash', 'pwsh', 'powershell', 'busybox']);
const runners: { readonly [program: string]: (args: readonly string[]) => Step } = {
  sudo: (args) => dropAssignments(skipOptions(args, '-u -g -C -h -p --user --group')),
  doas: (args) => skipOptions(args, '-u'),
  env: (args) => dropAssignments(skipOptions(args, '-u -C -S --unset --chdir')),
  command: (args) => (args[0] === '-v' || args[0] === '-V' ? null : skipOptions(args, '')),
  exec: (args) => skipOptions(args, '-a'),
  timeout: (args) => skipOptions(args, '-k -s --signal --kill-after').slice(1),
  gtimeout: (args) => skipOptions(args, '-k -s').slice(1),
  nice: (args) => skipOptions(args, '-n'),
  ionice: (args) => skipOptions(args, '-c -n'),
  'xvfb-run': (args) => skipOptions(args, '-s -n -e -f --server-args --server-num'),
  retry: (args) =>
    skipOptions(args, '-t -d --times --delay -n -s').filter((word, index) => index > 0 || !/^\d+$/.test(word)),
  xargs: (args) => skipOptions(args, '-n -P -I -L -d -a -s -E --max-args --max-procs --replace'),
  parallel: (args) => skipOptions(args, '-j --jobs -n'),
  find: (args) => after(args, ['-exec', '-execdir']),
  source: (args) => args,
  '.': (args) => args,
  eval: (args) => ({ script: args.join(' ') }),
  su: (args) => scriptAfter(args, ['-c', '--command']),
  runuser: (args) => scriptAfter(args, ['-c', '--command']),
  script: (args) => scriptAfter(args, ['-c', '--command', '-qec', '-ec', '-qefc']),
  npx: runPackage,
  bunx: runPackage,
  pnpx: runPackage,
  uvx: (args) => skipOptions(args, '--from --with -p --python --index-url'),
  pipx: (args) => (args[0] === 'run' ? skipOptions(args.slice(1), '--spec --python --pip-args') : null),
  uv: runUv,
  poetry: runAfter('run'),
  pipenv: runAfter('run'),
  rye: runAfter('run'),
  pixi: runAfter('run', '-e --environment --manifest-path'),
  bundle: runAfter('exec'),
  conda: runAfter('run', '-n -p --name --prefix'),
  mamba: runAfter('run', '-n -p --name --prefix'),
  micromamba: runAfter('run', '-n -p --name --prefix'),
  mise: (args) => (args[0] === 'exec' || args[0] === 'x' ? after(args, ['--']) : null),
  direnv: (args) => (args[0] === 'exec' ? args.slice(2) : null),
  devbox: runAfter('run'),
  opam: (args) => (args[0] === 'exec' ? after(args, ['--']) : null),
  mint: runAfter('run'),
  // what it measures is a program that it runs: a script by its path, a module after -m
  coverage: (args) =>
    args[0] === 'run'
      ? [
          'python',
          ...skipOptions(args.slice(1), '--rcfile --source --include --omit --data-file --context --concurrency', [
            '-m',
          ]),
        ]
      : null,
  dotnet: (args) => (args[0] === 'tool' && args[1] === 'run' ? args.slice(2) : null),
  npm: (args) => (args[0] === 'exec' || args[0] === 'x' ? runPackage(args.slice(1)) : null),
  pnpm: (args) => (args[0] === 'exec' || args[0] === 'dlx' ? runPackage(args.slice(1)) : null),
  yarn: (args) => (args[0] === 'exec' || args[0] === 'dlx' ? runPackage(args.slice(1)) : null),
  bun: (args) => (args[0] === 'x' ? runPackage(args.slice(1)) : null),
  go: runGo,
  nix: (args) => runNix(args),
  'nix-shell': (args) => scriptAfter(args, ['--run', '--command']),
  docker: unwrapContainer,
  podman: unwrapContainer,
  nerdctl: unwrapContainer,
  'docker-compose': (args) => unwrapContainer(['compose', ...args]),
  node: (args) => interpreted(skipOptions(args, '-r --require --import --loader -e -p --test-reporter')),
  tsx: (args) => interpreted(skipOptions(args, '')),
  'ts-node': (args) => interpreted(skipOptions(args, '-P')),
  tclsh: (args) => interpreted(skipOptions(args, '')),
  lua: (args) => interpreted(skipOptions(args, '-l -e')),
  Rscript: (args) => interpreted(skipOptions(args, '-e')),
  julia: (args) => interpreted(skipOptions(args, '-e -p')),
  php: (args) => interpreted(skipOptions(args, '-d -c -n')),
  ruby: (args) => interpreted(skipOptions(args, '-I -r')),
  perl: (args) => interpreted(skipOptions(args, '-I')),
};
for (const plain of [
  'nohup',
  'time',
  'setsid',
  'stdbuf',
  'chronic',
  'unbuffer',
  'ccache',
  'sccache',
  'winpty',
  'dbus-run-session',
  'builtin',
  'catchsegv',
  'fakeroot',
  'caffeinate',
  'travis_retry',
  'travis_wait',
  'arch',
  'lima',
  'cmd',
  'call',
  'start',
  '&',
  'unshare',
  'setarch',
  'xvfb-run-safe',
  'wsl',
]) {
  Object.assign(runners, { [plain]: (args: readonly string[]) => skipOptions(args, '') });
}

const depthMax = 8;

/** Takes off everything that only starts something else: `sudo`, `env`, `npx`, `uv run`, `docker run`, `bash -c` … */
export function unwrapCommand(words: readonly string[]): Unwrapped {
  const commands: { words: readonly string[]; path: string }[] = [];
  const scripts: string[] = [];
  const images: string[] = [];
  const visit = (given: readonly string[], depth: number): void => {
    const [path, ...args] = dropAssignments(given);
    if (path === undefined || depth > depthMax) return;
    const program = plainProgram(path);
    commands.push({ words: [program, ...withoutToolchain(program, args)], path });
    const next = step(program, args);
    if (next === null) return;
    if ('script' in next) scripts.push(next.script);
    else if ('image' in next) {
      images.push(next.image);
      const base = plainProgram((next.image.split('@', 1)[0] ?? '').replace(/:[^:/]*$/, ''));
      // The image's entry point is most often the tool that it is named for; the arguments may also be a command.
      visit([next.entry ?? base, ...next.args], depth + 1);
      visit(next.args, depth + 1);
    } else visit(next, depth + 1);
  };
  visit(words, 0);
  return { commands, scripts, images };
}

/** `cargo +nightly test` is `cargo test`. */
function withoutToolchain(program: string, args: readonly string[]): readonly string[] {
  return program === 'cargo' && (args[0] ?? '').startsWith('+') ? args.slice(1) : args;
}

function step(program: string, args: readonly string[]): Step {
  if (shells.has(program)) return runShell(args);
  if (program === 'python') return runPython(args);
  const runner = Object.hasOwn(runners, program) ? runners[program] : undefined;
  return runner ? runner(args) : null;
}

function runShell(args: readonly string[]): Step {
  const index = args.findIndex((arg) => /^-[a-z]*c$/.test(arg) || /^-command$/i.test(arg));
  if (index !== -1) return { script: args.slice(index + 1, index + 2).join('') };
  const rest = skipOptions(args, '-o -O +o');
  return rest.length === 0 ? null : rest;
}

function runPython(args: readonly string[]): Step {
  const rest = skipOptions(args, '-X -W', ['-m', '-c']);
  if (rest[0] === '-c') return null;
  // A module named `build` is the front end; a program of that name is anything.
  if (rest[0] === '-m') return [rest[1] === 'build' ? 'pyproject-build' : (rest[1] ?? ''), ...rest.slice(2)];
  return interpreted(rest);
}

const interpreted = (args: readonly string[]): Step => (args.length > 0 && args[0] !== '-' ? args : null);

function runPackage(args: readonly string[]): Step {
  const call = args.findIndex((arg) => arg === '-c' || arg === '--call');
  if (call !== -1) return { script: args[call + 1] ?? '' };
  return skipOptions(args, '-p --package --prefix -w --workspace');
}

function runUv(args: readonly string[]): Step {
  const rest = skipOptions(args, '--directory --project --config-file');
  const values =
    '--with --group --extra --python -p --directory --project --package --env-file --only-group --no-group --from --with-requirements --with-editable --index -C --config-setting --refresh-package --no-extra --index-url --exclude-newer --resolution';
  if (rest[0] === 'tool' && rest[1] === 'run') return skipOptions(rest.slice(2), values);
  if (rest[0] !== 'run') return null;
  const ran = skipOptions(rest.slice(1), values, ['-m', '--module', '--script', '-s']);
  return ran[0] === '-m' || ran[0] === '--module' || ran[0] === '--script' || ran[0] === '-s' ? ran.slice(1) : ran;
}

function runAfter(
  word: string,
  values = '-C --directory -P --project -p --project-dir',
): (args: readonly string[]) => Step {
  return (args) => {
    const rest = skipOptions(args, values);
    return rest[0] === word ? skipOptions(rest.slice(1), values) : null;
  };
}

function runGo(args: readonly string[]): Step {
  const rest = skipOptions(args, '-C');
  if (rest[0] === 'tool') return skipOptions(rest.slice(1), '-modfile');
  if (rest[0] !== 'run') return null;
  const ran = skipOptions(rest.slice(1), '-C -tags -ldflags -modfile -gcflags -mod');
  const module = (ran[0] ?? '').split('@', 1)[0] ?? '';
  // `example.com/tool/v2@v2.1.0` and `…/cmd/tool`: the last segment that is no major version names the program.
  const name = module.split('/').findLast((segment) => !/^v\d+$/.test(segment));
  return name === undefined ? null : [name, ...ran.slice(1)];
}

function runNix(args: readonly string[]): Step {
  if (args[0] === 'run') {
    const installable = args.slice(1).find((arg) => !arg.startsWith('-')) ?? '';
    return [installable.slice(installable.indexOf('#') + 1), ...(after(args, ['--']) ?? [])];
  }
  if (args[0] === 'develop' || args[0] === 'shell') return after(args, ['-c', '--command']);
  return null;
}

function after(args: readonly string[], marks: readonly string[]): readonly string[] | null {
  const index = args.findIndex((arg) => marks.includes(arg));
  return index === -1 ? null : args.slice(index + 1);
}

function scriptAfter(args: readonly string[], marks: readonly string[]): Step {
  const script = after(args, marks)?.[0];
  return script === undefined ? null : { script };
}
