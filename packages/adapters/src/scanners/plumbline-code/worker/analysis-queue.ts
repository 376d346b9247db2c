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

/** One process for each core, at most eight; each is started when there is work for it. `take` is called in the order of `add`. */
export function createAnalysisQueue(options: QueueOptions): AnalysisQueue {
  const waiting: { readonly request: AnalysisRequest; readonly order: number }[] = [];
  const inOrder = deliverInOrder();
  const workers = new Set<CodeWorker>();
  const idle: CodeWorker[] = [];
  const most = Math.min(workersMax, availableParallelism());
  let failure: { readonly error: unknown } | null = null;
  let added = 0;
  let changed = Promise.withResolvers<void>();

  const run = async (worker: CodeWorker): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { request, order } = next;
      const reply = await worker.analyse(request);
      try {
        inOrder.put(order, () => options.take(request, reply));
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
      waiting.push({ request, order: added++ });
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

/** Replies come as processes are done with them; results are told in the order of the files, the same in every run. */
function deliverInOrder(): { readonly put: (order: number, deliver: () => void) => void } {
  const held = new Map<number, () => void>();
  let next = 0;
  return {
    put: (order, deliver) => {
      held.set(order, deliver);
      for (let ready = held.get(next); ready !== undefined; ready = held.get(next)) {
        held.delete(next);
        next += 1;
        ready();
      }
    },
  };
}
