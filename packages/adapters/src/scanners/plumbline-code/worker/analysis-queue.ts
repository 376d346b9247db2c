// SPDX-License-Identifier: Apache-2.0
import { availableParallelism } from 'node:os';
import type { AnalysisReply, AnalysisRequest } from './analysis.ts';
import { type CodeWorker, createCodeWorker, type WorkerBounds } from './create-code-worker.ts';

/** Files on their way through a few processes. */
export type AnalysisQueue = {
  readonly add: (request: AnalysisRequest) => void;
  /** Resolves once no more than `left` wait: a reader that is faster than the analysis is held back. */
  readonly drain: (left: number) => Promise<void>;
  readonly close: () => void;
};

export type QueueOptions = WorkerBounds & { readonly take: (request: AnalysisRequest, reply: AnalysisReply) => void };

const workersMax = 8;

/** One process for each core, at most eight; each is started when there is work for it. */
export function createAnalysisQueue(options: QueueOptions): AnalysisQueue {
  const waiting: AnalysisRequest[] = [];
  const idle: CodeWorker[] = [];
  const workers: CodeWorker[] = [];
  const most = Math.min(workersMax, availableParallelism());
  let running = 0;
  let failure: { readonly error: unknown } | null = null;
  let changed = Promise.withResolvers<void>();

  const workerFor = (): CodeWorker | undefined => {
    const free = idle.pop();
    if (free !== undefined || workers.length >= most) return free;
    const worker = createCodeWorker(options);
    workers.push(worker);
    return worker;
  };
  const run = async (worker: CodeWorker): Promise<void> => {
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
      const reply = await worker.analyse(request);
      try {
        options.take(request, reply);
      } catch (error) {
        failure ??= { error };
        waiting.length = 0;
      }
      changed.resolve();
    }
    running -= 1;
    idle.push(worker);
    changed.resolve();
  };
  return {
    add: (request) => {
      waiting.push(request);
      if (running >= most) return;
      const worker = workerFor();
      if (worker === undefined) return;
      running += 1;
      void run(worker);
    },
    drain: async (left) => {
      while (waiting.length > left || (left === 0 && running > 0)) {
        changed = Promise.withResolvers<void>();
        await changed.promise;
      }
      if (failure !== null) throw failure.error;
    },
    close: () => {
      waiting.length = 0;
      for (const worker of workers) worker.close();
    },
  };
}
