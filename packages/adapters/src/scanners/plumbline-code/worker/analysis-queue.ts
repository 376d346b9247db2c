// SPDX-License-Identifier: Apache-2.0
import { availableParallelism } from 'node:os';
import type { AnalysisReply, AnalysisRequest } from './analysis.ts';
import { type CodeWorker, createCodeWorker, type WorkerBounds } from './create-code-worker.ts';

/** Files on their way through a few processes. */
export type AnalysisQueue = {
  readonly add: (request: AnalysisRequest) => void;
  /** Resolves once no more than `left` wait (with 0: once all are analysed): a reader that is faster is held back. */
  readonly drain: (left: number) => Promise<void>;
  readonly close: () => void;
};

export type QueueOptions = WorkerBounds & { readonly take: (request: AnalysisRequest, reply: AnalysisReply) => void };

const workersMax = 8;

/** One process for each core, at most eight; each is started when there is work for it. */
export function createAnalysisQueue(options: QueueOptions): AnalysisQueue {
  const waiting: AnalysisRequest[] = [];
  const workers = new Set<CodeWorker>();
  const idle: CodeWorker[] = [];
  const most = Math.min(workersMax, availableParallelism());
  let failure: { readonly error: unknown } | null = null;
  let changed = Promise.withResolvers<void>();

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
    idle.push(worker);
    changed.resolve();
  };
  const isBusy = (left: number): boolean => waiting.length > left || (left === 0 && idle.length < workers.size);
  return {
    add: (request) => {
      waiting.push(request);
      if (idle.length === 0 && workers.size >= most) return;
      const worker = idle.pop() ?? createCodeWorker(options);
      workers.add(worker);
      void run(worker);
    },
    drain: async (left) => {
      while (isBusy(left)) {
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
