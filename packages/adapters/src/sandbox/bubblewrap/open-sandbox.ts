// SPDX-License-Identifier: Apache-2.0
import { chown, lstat, mkdir, readlink, writeFile } from 'node:fs/promises';
import { arch } from 'node:os';
import { dirname, join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import type { Isolation } from '@plumbline/core/building/workshop';
import { runProgram } from '../../platform/process/run-program.ts';
import { findProgram } from '../../platform/tools/find-program.ts';
import { lowerUser } from './lower-user.ts';
import { runInSandbox, type SandboxResult, type SandboxRun, type Starter } from './run-in-sandbox.ts';
import { identityFiles, namespaces, type SystemLayout } from './sandbox-arguments.ts';
import { systemCallFilter } from './system-call-filter.ts';

export type Sandbox = { readonly isolation: Isolation; readonly run: (run: SandboxRun) => Promise<SandboxResult> };

/** Folders of the system that a build needs, where they are no part of /usr. */
const systemPaths = ['/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'];
const probeTimeoutMs = 20_000;

export type SandboxSetting = {
  /** A folder of ours for small files that bubblewrap reads. */
  readonly folder: string;
  /** Nothing of these is run from outside: the folder that is built. */
  readonly untrustedFolders: readonly string[];
  /** Folders that builds are to read beyond /usr. */
  readonly readable: readonly string[];
  readonly signal: CancelSignal;
};

/**
 * Finds bubblewrap and tries it. Throws `tool-missing` where it is not there or the machine forbids user namespaces: a build is
 * never run without them.
 */
export async function openSandbox(setting: SandboxSetting): Promise<Sandbox> {
  if (process.platform !== 'linux') throw refused('An isolated build needs Linux', 'Build in a Linux machine');
  const found = await Promise.all(
    ['bwrap', 'prlimit', 'taskset', 'setpriv', 'bash'].map((name) => findProgram([name], setting.untrustedFolders)),
  );
  const [bwrap, prlimit, taskset, setpriv, bash] = found.map((program) =>
    program.state === 'found' ? program.path : null,
  );
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
  const starter: Starter = {
    programs: {
      shell: bash ?? '/bin/sh',
      bwrap,
      prlimit,
      taskset: taskset ?? null,
      setpriv: setpriv ?? null,
    },
    filterFile: filter === null ? null : filterFile,
    layout: await systemLayout(),
    folder: setting.folder,
    signal: setting.signal,
    user: null,
  };
  const able = (await asLowerUser(starter, setting.readable)) ?? starter;
  const isolation: Isolation = {
    program: 'bubblewrap',
    version: await probe(able),
    namespaces,
    systemCallFilter: filter !== null,
    bounded: await boundsOf(able),
  };
  return { isolation, run: (run) => runInSandbox(able, run) };
}

/** As root: the same as another user, where that one can isolate and read the tools; null where it cannot, or where we are no root. */
async function asLowerUser(starter: Starter, readable: readonly string[]): Promise<Starter | null> {
  const user = starter.programs.setpriv === null ? null : lowerUser();
  if (user === null) return null;
  const lowered = { ...starter, user };
  const above = dirname(starter.folder);
  try {
    await chown(above, user, user);
    const { end, code } = await trial(lowered, ['/bin/true'], readable);
    if (end === 'exited' && code === 0) return lowered;
  } catch (error) {
    if (error instanceof PlumblineError && error.code === 'interrupted') throw error;
  }
  await chown(above, 0, 0);
  return null;
}

/** Who keeps which bound; of the number of processes it is tried out: where the kernel counts, one may not start another. */
async function boundsOf(starter: Starter): Promise<Isolation['bounded']> {
  const one = [starter.programs.prlimit, '--nproc=1', '--', 'setsid', '--fork', '/bin/true'];
  const { said } = await trial(starter, one);
  return {
    time: 'by-watching',
    memory: 'by-watching',
    disk: 'by-watching',
    processes: /^setsid: fork/mu.test(said) ? 'by-kernel' : 'by-watching',
    temporaryFiles: 'by-kernel',
    fileSize: 'by-kernel',
  };
}

type Trial = { readonly end: SandboxResult['end']; readonly code: number | null; readonly said: string };

async function trial(starter: Starter, command: readonly string[], readable: readonly string[] = []): Promise<Trial> {
  const said: Buffer[] = [];
  const result = await runInSandbox(starter, {
    command,
    environment: { PATH: '/usr/bin:/bin' },
    workingDirectory: '/',
    hostname: 'probe',
    writable: [],
    readable,
    network: false,
    bounds: {
      timeMs: probeTimeoutMs,
      memoryBytes: 2 ** 30,
      diskBytes: 2 ** 20,
      processes: 1000,
      fileBytes: 2 ** 20,
      logBytes: 2 ** 16,
    },
    onLog: (chunk) => said.push(chunk),
  });
  if (result.end === 'aborted') throw new PlumblineError('interrupted', 'The build was interrupted');
  const code = result.end === 'exited' ? result.code : null;
  return { end: result.end, code, said: Buffer.concat(said).toString('utf8') };
}

/** Its version, once it has shown that it can isolate. */
async function probe(starter: Starter): Promise<string> {
  const { end, code, said } = await trial(starter, ['/bin/true']);
  if (end !== 'exited' || code !== 0) {
    const line = said.split('\n', 1)[0] ?? '';
    throw refused(
      `bubblewrap cannot isolate on this machine: ${line.slice(0, 200) || end}`,
      'Use bubblewrap 0.8 or later, and allow user namespaces (sysctl user.max_user_namespaces; kernel.apparmor_restrict_unprivileged_userns=0; in a container, a seccomp profile that allows unshare)',
    );
  }
  const asked = await runProgram(
    { command: starter.programs.bwrap, args: ['--version'], environment: {}, workingDirectory: '/' },
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
