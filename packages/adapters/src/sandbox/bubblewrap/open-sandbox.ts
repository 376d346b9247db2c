// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readlink, writeFile } from 'node:fs/promises';
import { arch } from 'node:os';
import { join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import type { Isolation } from '@plumbline/core/building/workshop';
import type { ProgramResult } from '../../platform/process/program-result.ts';
import { runProgram } from '../../platform/process/run-program.ts';
import { findProgram } from '../../platform/tools/find-program.ts';
import {
  identityFiles,
  namespaces,
  sandboxArguments,
  type SandboxWish,
  type SystemLayout,
} from './sandbox-arguments.ts';
import { systemCallFilter } from './system-call-filter.ts';

export type SandboxBounds = {
  readonly timeMs: number;
  readonly memoryBytes: number;
  /** Of one file. */
  readonly fileBytes: number;
  readonly logBytes: number;
  /** Only one processor, where `taskset` is at hand. */
  readonly oneCpu?: boolean;
};

export type SandboxRun = SandboxWish & {
  readonly bounds: SandboxBounds;
  /** What the command prints, errors too, as it comes. */
  readonly onLog: (chunk: Buffer) => void;
};

export type Sandbox = { readonly isolation: Isolation; readonly run: (run: SandboxRun) => Promise<ProgramResult> };

/** Folders of the system that a build needs, where they are no part of /usr. */
const systemPaths = ['/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'];
const probeTimeoutMs = 20_000;

export type SandboxSetting = {
  /** A folder of ours for small files that bubblewrap reads. */
  readonly folder: string;
  /** Nothing of these is run from outside: the folder that is built. */
  readonly untrustedFolders: readonly string[];
  readonly signal: CancelSignal;
};

/**
 * Finds bubblewrap and tries it. Throws `tool-missing` where it is not there or the machine forbids user namespaces: a build is
 * never run without them.
 */
export async function openSandbox(setting: SandboxSetting): Promise<Sandbox> {
  if (process.platform !== 'linux') throw refused('An isolated build needs Linux', 'Build in a Linux machine');
  const found = await Promise.all(
    ['bwrap', 'prlimit', 'taskset', 'bash'].map((name) => findProgram([name], setting.untrustedFolders)),
  );
  const [bwrap, prlimit, taskset, bash] = found.map((program) => (program.state === 'found' ? program.path : null));
  if (typeof bwrap !== 'string')
    throw refused(
      'bubblewrap (bwrap) is not installed',
      'Install it: apt install bubblewrap, or dnf install bubblewrap',
    );
  if (typeof prlimit !== 'string') throw refused('prlimit is not installed', 'Install it: apt install util-linux');
  const filter = systemCallFilter(arch());
  const filterFile = join(setting.folder, 'system-calls.bpf');
  await mkdir(setting.folder, { recursive: true });
  if (filter !== null) await writeFile(filterFile, filter);
  for (const [name, text] of Object.entries(identityFiles)) await writeFile(join(setting.folder, name), text);
  const start: Starter = {
    programs: { shell: bash ?? '/bin/sh', bwrap, prlimit, taskset: taskset ?? null },
    filterFile: filter === null ? null : filterFile,
    layout: await systemLayout(),
    setting,
  };
  const version = await probe(start);
  const isolation = { program: 'bubblewrap', version, namespaces, systemCallFilter: filter !== null };
  return { isolation, run: (run) => runIn(start, run) };
}

type Starter = {
  readonly programs: {
    readonly shell: string;
    readonly bwrap: string;
    readonly prlimit: string;
    readonly taskset: string | null;
  };
  readonly filterFile: string | null;
  readonly layout: SystemLayout;
  readonly setting: SandboxSetting;
};

/**
 * Only a shell can hand a program open files: $0 is the filter, $1 the arguments. What this process inherited open (a key that
 * was handed over as a file, perhaps) is closed first. A shell that cannot close numbers above 9 ends here, and nothing is built.
 */
const startScript = `for open in /proc/self/fd/*; do
  number=\${open##*/}
  if [ "$number" -gt 2 ]; then eval "exec $number>&-" || exit 125; fi
done
arguments=$1
shift
exec "$@" 2>&1 8<"$arguments" 9<"$0"`;

async function runIn({ programs, filterFile, layout, setting }: Starter, run: SandboxRun): Promise<ProgramResult> {
  const { bounds } = run;
  const limits = ['--core=0', `--fsize=${bounds.fileBytes}`];
  const cpus = bounds.oneCpu === true && programs.taskset !== null ? [programs.taskset, '--cpu-list', '0'] : [];
  const filter = filterFile === null ? [] : ['--seccomp', '9'];
  const call = [...cpus, programs.prlimit, ...limits, '--', programs.bwrap, '--args', '8', ...filter];
  // By file: the process list inside shows the arguments of bubblewrap, and ours name folders that differ from run to run.
  const argumentsFile = join(setting.folder, `arguments-${randomBytes(8).toString('hex')}`);
  const { options, command } = sandboxArguments(run, layout, setting.folder);
  await writeFile(argumentsFile, options.map((option) => `${option}\0`).join(''));
  const args = ['-c', startScript, filterFile ?? argumentsFile, argumentsFile, ...call, '--', ...command];
  return runProgram(
    { command: programs.shell, args, environment: { PATH: '/usr/bin:/bin' }, workingDirectory: '/' },
    {
      stdoutBytesMax: bounds.logBytes,
      timeoutMs: bounds.timeMs,
      memoryBytesMax: bounds.memoryBytes,
      memoryWithChildren: true,
      onChunk: run.onLog,
      signal: setting.signal,
    },
  );
}

/** Its version, once it has shown that it can isolate. */
async function probe(start: Starter): Promise<string> {
  const said: Buffer[] = [];
  const wish: SandboxRun = {
    command: ['/bin/true'],
    environment: {},
    workingDirectory: '/',
    hostname: 'probe',
    writable: [],
    readable: [],
    network: false,
    bounds: { timeMs: probeTimeoutMs, memoryBytes: 2 ** 30, fileBytes: 2 ** 20, logBytes: 2 ** 16 },
    onLog: (chunk) => said.push(chunk),
  };
  const result = await runIn(start, wish);
  if (result.end === 'aborted') throw new PlumblineError('interrupted', 'The build was interrupted');
  if (result.end !== 'exited' || result.code !== 0) {
    const line = Buffer.concat(said).toString('utf8').split('\n', 1)[0] ?? '';
    throw refused(
      `bubblewrap cannot isolate on this machine: ${line.slice(0, 200) || result.end}`,
      'Use bubblewrap 0.8 or later, and allow user namespaces (sysctl user.max_user_namespaces; kernel.apparmor_restrict_unprivileged_userns=0; in a container, a seccomp profile that allows unshare)',
    );
  }
  const asked = await runProgram(
    { command: start.programs.bwrap, args: ['--version'], environment: {}, workingDirectory: '/' },
    { stdoutBytesMax: 1000, timeoutMs: probeTimeoutMs },
  );
  const text = asked.end === 'exited' ? asked.stdout.toString('utf8') : '';
  return /\d+(?:\.\d+)+/u.exec(text)?.[0] ?? 'unknown';
}

async function systemLayout(): Promise<SystemLayout> {
  const links: [string, string][] = [];
  const folders = ['/usr'];
  for (const path of systemPaths) {
    const stat = await lstat(path).catch(() => null);
    if (stat?.isSymbolicLink() === true) links.push([path, await readlink(path)]);
    else if (stat?.isDirectory() === true) folders.push(path);
  }
  return { links, folders };
}

function refused(message: string, next: string): PlumblineError {
  return new PlumblineError('tool-missing', `${message}; nothing was built, since a build is never run unisolated`, {
    next,
  });
}
