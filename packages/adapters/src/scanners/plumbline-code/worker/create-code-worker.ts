// SPDX-License-Identifier: Apache-2.0
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { splitRecords } from '../../../platform/process/split-records.ts';
import { type StartedProgram, startProgram } from '../../../platform/process/start-program.ts';
import { watchMemory } from '../../../platform/process/watch-memory.ts';
import type { AnalysisReply, AnalysisRequest } from './analysis.ts';

/** A process that analyses files one after another. It is started when first asked, and again after it was ended. */
export type CodeWorker = {
  /** One call at a time. Never rejects: what ended the process is the reason why the file was not analysed. */
  readonly analyse: (request: AnalysisRequest) => Promise<AnalysisReply>;
  readonly close: () => void;
};

export type WorkerBounds = { readonly fileTimeoutMs: number; readonly memoryBytesMax: number };

/** The entry point lies beside this module: in the sources, in what the compiler writes, and in the bundle. */
const isSource = import.meta.url.endsWith('.ts');
const entryPoint = fileURLToPath(new URL(isSource ? './code-worker.ts' : './code-worker.js', import.meta.url));

export function createCodeWorker(bounds: WorkerBounds): CodeWorker {
  let started: (StartedProgram & { readonly stopWatching: () => void }) | null = null;
  let waiting: ((reply: AnalysisReply) => void) | null = null;

  const settle = (reply: AnalysisReply): void => {
    const resolve = waiting;
    waiting = null;
    resolve?.(reply);
  };
  const end = (because: string): void => {
    const ended = started;
    started = null;
    ended?.stopWatching();
    ended?.kill();
    settle({ state: 'failed', because });
  };
  const start = (): StartedProgram => {
    const program = startProgram({
      command: process.execPath,
      args: [...(isSource ? ['--conditions=source'] : []), '--max-old-space-size=1024', entryPoint],
      environment: {},
      workingDirectory: tmpdir(),
    });
    const { child } = program;
    const memory = watchMemory(child.pid, bounds.memoryBytesMax, () => end('its analysis took too much memory'));
    const records = splitRecords('\n', (record) =>
      settle(JSON.parse(Buffer.from(record, 'latin1').toString()) as AnalysisReply),
    );
    child.stdout.on('data', records.take);
    child.stderr.resume();
    child.stdin.on('error', () => undefined); // its end is what tells
    child.once('error', () => started?.child === child && end('the analysing process could not be started'));
    child.once('close', () => started?.child === child && end('the parser crashed on it'));
    started = { ...program, stopWatching: memory.stop };
    return program;
  };
  return {
    analyse: (request) => {
      const { promise, resolve } = Promise.withResolvers<AnalysisReply>();
      waiting = resolve;
      const timer = setTimeout(
        () => end(`its analysis took more than ${bounds.fileTimeoutMs / 1000} seconds`),
        bounds.fileTimeoutMs,
      );
      (started ?? start()).child.stdin.write(`${JSON.stringify(request)}\n`);
      return promise.finally(() => clearTimeout(timer));
    },
    close: () => end('the scan was ended'),
  };
}
