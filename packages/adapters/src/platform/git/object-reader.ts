// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { type StartedProgram, startProgram } from '../process/start-program.ts';
import { watchMemory } from '../process/watch-memory.ts';
import { type GitObject, objectStream } from './object-stream.ts';
import { createReadJob, type ObjectRequest, type ReadJob } from './read-job.ts';
import { gitProgram } from './run-git.ts';

export type ObjectReader = {
  /** Delivers in the order of the requests. Calls at the same time wait for each other; `requests` is asked in its turn. */
  readonly read: (requests: () => readonly ObjectRequest[], bytesMax: number) => Promise<void>;
  readonly close: () => void;
};

/** Each corrupted object costs a new process; a repository with more of them is not worth reading. */
const restartsMax = 64;
const memoryBytesMax = 2 * 1024 * 1024 * 1024;

/** Reads objects through one `git cat-file --batch` that lives as long as the reader. */
export function createObjectReader(gitDirectory: string, signal: CancelSignal | undefined): ObjectReader {
  let program: StartedProgram | null = null;
  let job: ReadJob | null = null;
  let last: Promise<void> = Promise.resolve();
  let restarts = 0;
  let closed = false;

  const goOn = (): void => {
    if (job === null || job.done()) return;
    if (closed && program === null) return job.fail(interrupted()); // never start git for a reader that is closed
    program ??= startBatch(gitDirectory, {
      bytesMax: () => job?.bytesMax ?? 0,
      answered: (object) => job?.answered(object),
      idle: goOn,
      ended: (started, broken) => {
        if (program === started) program = null;
        restarts += 1;
        const error = broken ?? (closed ? interrupted() : restarts > restartsMax ? tooCorrupted() : null);
        if (error === null) job?.lost();
        else job?.fail(error);
        goOn();
      },
    });
    const { stdin } = program.child;
    job.ask((lines) => stdin.write(lines));
  };
  const run = async (requests: () => readonly ObjectRequest[], bytesMax: number): Promise<void> => {
    if (closed) throw interrupted();
    job = createReadJob(requests(), bytesMax);
    goOn();
    await job.finished.finally(() => (job = null));
  };
  const close = (): void => {
    closed = true;
    program?.kill();
    signal?.removeEventListener('abort', close);
  };
  if (signal?.aborted === true) close();
  else signal?.addEventListener('abort', close, { once: true });
  return {
    read: (requests, bytesMax) => {
      const result = last.then(() => run(requests, bytesMax));
      last = result.catch(() => undefined);
      return result;
    },
    close,
  };
}

type BatchEvents = {
  readonly bytesMax: () => number;
  readonly answered: (object: GitObject) => void;
  /** All that arrived so far is handed over: time to ask for more. */
  readonly idle: () => void;
  /** `broken` when going on with a new process would not help. */
  readonly ended: (started: StartedProgram, broken: PlumblineError | null) => void;
};

function startBatch(gitDirectory: string, events: BatchEvents): StartedProgram {
  const started = startProgram(gitProgram(gitDirectory, ['cat-file', '--batch']));
  const { child } = started;
  const stream = objectStream(events.bytesMax, events.answered);
  let broken: PlumblineError | null = null;
  child.stdout.on('data', (chunk: Buffer) => {
    if (broken !== null) return;
    try {
      stream.take(chunk);
      events.idle();
    } catch (cause) {
      broken = new PlumblineError('repository-unreadable', 'git answered with what is no object', { cause });
      started.kill();
    }
  });
  child.stderr.resume();
  child.stdin.on('error', () => undefined); // its end is what tells
  child.once('error', (cause) => {
    broken = new PlumblineError('git-missing', 'git cannot be started', { cause, next: 'Install git 2.38 or newer' });
  });
  const memory = watchMemory(child.pid, memoryBytesMax, () => {
    broken = new PlumblineError('repository-unreadable', 'git took more memory than an ordinary repository needs');
    started.kill();
  });
  child.once('close', () => {
    memory.stop();
    events.ended(started, broken);
  });
  return started;
}

function interrupted(): PlumblineError {
  return new PlumblineError('interrupted', 'Reading the repository was interrupted');
}

function tooCorrupted(): PlumblineError {
  return new PlumblineError('repository-unreadable', `More than ${restartsMax} objects are corrupted`, {
    next: 'Run git fsck in the repository, or clone it again',
  });
}
