// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { runProgram } from '../process/run-program.ts';
import { type GitObject, objectStream } from './object-stream.ts';
import { exitedOrThrow, gitProgram } from './run-git.ts';

type ReadOptions = {
  readonly signal: CancelSignal;
  readonly visit: (object: GitObject, index: number) => void;
  /** Larger objects are passed over without being kept. */
  readonly bytesMax: number;
};

const bounds = { stdoutBytesMax: 8 * 1024 * 1024 * 1024, timeoutMs: 300_000 };

/** Reads many objects in one pass and hands each over with its place in `ids`. Nothing is kept. */
export async function readObjects(
  gitDirectory: string,
  ids: readonly string[],
  { signal, visit, bytesMax }: ReadOptions,
): Promise<void> {
  if (ids.length === 0) return;
  let index = 0;
  const stream = objectStream(
    () => bytesMax,
    (object) => visit(object, index++),
  );
  const program = gitProgram(gitDirectory, ['cat-file', '--batch', '--buffer']);
  const run = { ...bounds, signal, stdin: `${ids.join('\n')}\n`, onChunk: stream.take };
  const result = exitedOrThrow(await runProgram(program, run), 'git cat-file', bounds);
  if (result.code === 0 && index === ids.length) return;
  throw new PlumblineError('repository-unreadable', `Object ${ids[index] ?? ''} cannot be read`, {
    next: 'Run git fsck in the repository, or clone it again',
  });
}
