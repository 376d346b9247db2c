// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { ProgramResult } from './program-result.ts';
import { type Program, startProgram } from './start-program.ts';
import { watchMemory } from './watch-memory.ts';

export type RunOptions = {
  /** Written to the program's input, which is then closed. */
  readonly stdin?: string | Uint8Array;
  /** Receives standard output as it arrives; without it the output is collected. What it throws ends the program. */
  readonly onChunk?: (chunk: Buffer) => void;
  /** Bound on standard output, collected or not. */
  readonly stdoutBytesMax: number;
  readonly timeoutMs: number;
  /** Bound on the memory that the program itself takes: 2 GiB unless told. */
  readonly memoryBytesMax?: number;
  /** The bound is on the program and all that it starts together. */
  readonly memoryWithChildren?: boolean;
  readonly signal?: CancelSignal | undefined;
  /** Hears of the process once it runs, for whoever watches more of it than time and memory. */
  readonly onStart?: (pid: number) => void;
};

const stderrBytesMax = 8192;
const memoryBytesMax = 2 * 1024 * 1024 * 1024;

/**
 * Runs a program to its end, bounded in output and time. However it ends, nothing of its process group is left. Throws
 * only what `onChunk` throws.
 */
export async function runProgram(program: Program, options: RunOptions): Promise<ProgramResult> {
  if (options.signal?.aborted === true) return { end: 'aborted', stderr: '' };
  const { child, kill } = startProgram(program);
  const output = collectOutput(options);
  const errors: string[] = [];
  let cut: 'timed-out' | 'aborted' | 'too-much-output' | 'too-much-memory' | 'missing' | 'failed' | undefined;
  let failure: unknown;
  const stop = (reason: typeof cut): void => {
    cut ??= reason;
    kill();
  };
  const abort = (): void => stop('aborted');
  const exceeded = (): void => stop('too-much-memory');
  const memory = watchMemory(
    child.pid,
    options.memoryBytesMax ?? memoryBytesMax,
    exceeded,
    options.memoryWithChildren ?? false,
  );
  const timer = setTimeout(() => stop('timed-out'), options.timeoutMs);
  if (child.pid !== undefined) options.onStart?.(child.pid);
  options.signal?.addEventListener('abort', abort, { once: true });
  child.stdout.on('data', (chunk: Buffer) => {
    if (cut !== undefined) return;
    try {
      if (!output.take(chunk)) stop('too-much-output');
    } catch (error) {
      failure = error;
      stop('failed');
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text.slice(0, room(errors))));
  child.stdin.on('error', () => undefined); // a program may close its input early; its end tells the rest
  child.stdin.end(options.stdin);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => {
      stop('missing');
      resolve(null);
    });
    child.once('close', resolve);
  });
  clearTimeout(timer);
  memory.stop();
  options.signal?.removeEventListener('abort', abort);
  const stderr = errors.join('');
  if (cut === 'failed') throw failure;
  if (cut !== undefined) return { end: cut, stderr };
  return code === null ? { end: 'killed', stderr } : { end: 'exited', code, stdout: output.collected(), stderr };
}

function room(parts: readonly string[]): number {
  return Math.max(0, stderrBytesMax - parts.reduce((sum, part) => sum + part.length, 0));
}

function collectOutput(options: RunOptions): { take: (chunk: Buffer) => boolean; collected: () => Buffer } {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return {
    take: (chunk) => {
      bytes += chunk.length;
      if (bytes > options.stdoutBytesMax) return false;
      if (options.onChunk === undefined) chunks.push(chunk);
      else options.onChunk(chunk);
      return true;
    },
    collected: () => Buffer.concat(chunks),
  };
}
