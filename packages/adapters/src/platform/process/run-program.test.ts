// SPDX-License-Identifier: Apache-2.0
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { isRunning } from '../../testing/is-running.ts';
import { type RunOptions, runProgram } from './run-program.ts';

const program = (command: string, ...args: readonly string[]) => ({
  command,
  args,
  environment: { PATH: process.env['PATH'] ?? '' },
  workingDirectory: tmpdir(),
});
const bounds: RunOptions = { stdoutBytesMax: 1_000_000, timeoutMs: 10_000 };

const refuse = (): never => {
  throw new RangeError('enough');
};

describe('runProgram', () => {
  it('passes arguments as they are, through no shell, with no variable that was not named', async () => {
    const script = 'console.log(JSON.stringify([process.argv.slice(1), Object.keys(process.env).sort()]))';
    const result = await runProgram(program(process.execPath, '-e', script, '$(id)', '; id', '*', '\'"'), bounds);
    expect(result.end).toBe('exited');
    const printed: unknown = result.end === 'exited' ? JSON.parse(result.stdout.toString()) : null;
    expect(printed).toEqual([['$(id)', '; id', '*', '\'"'], ['PATH']]);
  });

  it('hands input over and gives back exit code and errors', async () => {
    const result = await runProgram(program('sh', '-c', 'cat; echo oh >&2; exit 3'), { ...bounds, stdin: 'in' });
    expect(result).toMatchObject({ end: 'exited', code: 3, stderr: 'oh\n', stdout: Buffer.from('in') });
  });

  it('says that a program is missing', async () => {
    expect((await runProgram(program('no-such-program-here'), bounds)).end).toBe('missing');
  });

  it('stops what prints without end', async () => {
    expect((await runProgram(program('sh', '-c', 'yes'), bounds)).end).toBe('too-much-output');
  });

  it.runIf(process.platform === 'linux')('stops what takes too much memory', async () => {
    const hungry = program(process.execPath, '-e', 'const kept = []; for (;;) kept.push(Buffer.alloc(1e7, 1))');
    const started = performance.now();
    expect((await runProgram(hungry, { ...bounds, memoryBytesMax: 200_000_000 })).end).toBe('too-much-memory');
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it.runIf(process.platform === 'linux')('counts what a child takes, where asked to', async () => {
    const hungry = 'const kept = []; for (;;) kept.push(Buffer.alloc(1e7, 1))';
    const parent = program('sh', '-c', `${process.execPath} -e '${hungry}' & wait`);
    const tree = { ...bounds, timeoutMs: 30_000, memoryBytesMax: 200_000_000, memoryWithChildren: true };
    expect((await runProgram(parent, tree)).end).toBe('too-much-memory');
  });

  it('stops what takes too long, with all that it started', async () => {
    let pid = 0;
    const onChunk = (chunk: Buffer): void => void (pid = Number(chunk.toString()));
    const result = await runProgram(program('sh', '-c', 'sleep 60 & echo $!; wait'), {
      ...bounds,
      timeoutMs: 300,
      onChunk,
    });
    expect(result.end).toBe('timed-out');
    await wait(50);
    expect(pid).toBeGreaterThan(0);
    expect(isRunning(pid)).toBe(false);
  });

  it('stops on a signal, before and after the start', async () => {
    const controller = new AbortController();
    const running = runProgram(program('sleep', '60'), { ...bounds, signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    expect((await running).end).toBe('aborted');
    expect((await runProgram(program('sleep', '60'), { ...bounds, signal: controller.signal })).end).toBe('aborted');
  });

  it('throws what the receiver of the output throws, and ends the program', async () => {
    await expect(runProgram(program('sh', '-c', 'yes'), { ...bounds, onChunk: refuse })).rejects.toThrow('enough');
  });

  it('keeps only the first part of the errors', async () => {
    const result = await runProgram(program('sh', '-c', 'yes error | head -c 100000 >&2'), bounds);
    expect(result.stderr.length).toBe(8192);
  });
});
