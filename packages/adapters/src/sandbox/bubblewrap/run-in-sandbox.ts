// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { chown, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BoundedEnd } from '@plumbline/core/building/build-run';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { ProgramResult } from '../../platform/process/program-result.ts';
import { runProgram } from '../../platform/process/run-program.ts';
import { watchDisk } from '../watching/watch-disk.ts';
import { watchProcesses } from '../watching/watch-processes.ts';
import { asUser, giveTo } from './lower-user.ts';
import { sandboxArguments, type SandboxWish, type SystemLayout } from './sandbox-arguments.ts';

export type SandboxBounds = {
  readonly timeMs: number;
  readonly memoryBytes: number;
  /** Of all that lies in the writable folders; /tmp has as much as there is memory. */
  readonly diskBytes: number;
  readonly processes: number;
  /** Of one file. */
  readonly fileBytes: number;
  readonly logBytes: number;
  /** Only one processor, where `taskset` is at hand. */
  readonly oneCpu?: boolean;
};

export type SandboxRun = Omit<SandboxWish, 'temporaryBytes'> & {
  readonly bounds: SandboxBounds;
  /** What the command prints, errors too, as it comes. */
  readonly onLog: (chunk: Buffer) => void;
};

export type SandboxResult = ProgramResult | { readonly end: BoundedEnd; readonly stderr: string };

/** The means of one machine. */
export type Starter = {
  readonly programs: {
    readonly shell: string;
    readonly bwrap: string;
    readonly prlimit: string;
    readonly taskset: string | null;
    readonly setpriv: string | null;
  };
  readonly filterFile: string | null;
  readonly layout: SystemLayout;
  /** A folder of ours for small files that bubblewrap reads. */
  readonly folder: string;
  readonly signal: CancelSignal;
  /** The user of this machine as whom it runs; null: the one as whom this process does. */
  readonly user: number | null;
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

const gibibyte = 1024 * 1024 * 1024;
const filesMax = 2_000_000;

/** Runs a command in a sandbox to its end, or until it is beyond one of its bounds. Nothing that it started is left. */
export async function runInSandbox(starter: Starter, run: SandboxRun): Promise<SandboxResult> {
  const { programs, folder, signal, user } = starter;
  const { bounds } = run;
  const places = run.writable.map(({ outside }) => outside);
  const args = await callOf(starter, run);
  if (user !== null) {
    await giveTo(user, [folder, ...places]);
    for (const above of new Set(places.map((place) => dirname(place)))) await chown(above, user, user);
  }
  const stopping = new AbortController();
  let fault: BoundedEnd | null = null;
  const exceeded = (what: BoundedEnd): void => {
    fault ??= what;
    stopping.abort();
  };
  const interrupted = (): void => stopping.abort();
  signal.addEventListener('abort', interrupted, { once: true });
  if (signal.aborted) interrupted();
  const diskBounds = { bytesMax: bounds.diskBytes, filesMax, freeBytesMin: gibibyte };
  const watches = places.length === 0 ? [] : [await watchDisk(places, diskBounds, exceeded)];
  const result = await runProgram(
    { command: programs.shell, args, environment: { PATH: '/usr/bin:/bin' }, workingDirectory: '/' },
    {
      stdoutBytesMax: bounds.logBytes,
      timeoutMs: bounds.timeMs,
      memoryBytesMax: bounds.memoryBytes,
      memoryWithChildren: true,
      onChunk: run.onLog,
      signal: stopping.signal,
      onStart: (pid) => watches.push(watchProcesses(pid, bounds.processes, () => exceeded('too-many-processes'))),
    },
  );
  for (const watch of watches) watch.stop();
  signal.removeEventListener('abort', interrupted);
  return fault !== null && result.end === 'aborted' ? { end: fault, stderr: result.stderr } : result;
}

/** What the shell is told. */
async function callOf({ programs, filterFile, layout, folder, user }: Starter, run: SandboxRun): Promise<string[]> {
  const { bounds } = run;
  const { prlimit, bwrap, taskset, setpriv } = programs;
  const cpus = bounds.oneCpu === true && taskset !== null ? [taskset, '--cpu-list', '0'] : [];
  const limits = [prlimit, '--core=0', `--fsize=${bounds.fileBytes}`, '--'];
  const lowered = user === null || setpriv === null ? [] : asUser(setpriv, user);
  const filter = filterFile === null ? [] : ['--seccomp', '9'];
  // Inside: there the kernel counts the processes of the sandbox only, outside all that this user has.
  const counted = prlimit.startsWith('/usr/') ? [prlimit, `--nproc=${bounds.processes}`, '--'] : [];
  const wish = { ...run, command: [...counted, ...run.command], temporaryBytes: bounds.memoryBytes };
  const { options, command } = sandboxArguments(wish, layout, folder);
  // By file: the process list inside shows the arguments of bubblewrap, and ours name folders that differ from run to run.
  const argumentsFile = join(folder, `arguments-${randomBytes(8).toString('hex')}`);
  await writeFile(argumentsFile, options.map((option) => `${option}\0`).join(''));
  const call = [...cpus, ...limits, ...lowered, bwrap, '--args', '8', ...filter, '--', ...command];
  return ['-c', startScript, filterFile ?? argumentsFile, argumentsFile, ...call];
}
