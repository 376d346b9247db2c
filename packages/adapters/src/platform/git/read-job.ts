// SPDX-License-Identifier: Apache-2.0
import type { GitObject } from './object-stream.ts';

/** What became of one object: `unreadable` is one that made git give up, because it is corrupted. */
export type ReadObject = GitObject | { readonly state: 'unreadable' };

/** One thing to hand over; without an object id its `deliver` is called in its turn with `missing`. */
export type ObjectRequest = { readonly objectId: string | null; readonly deliver: (object: ReadObject) => void };

/** Requests that git may hold unanswered: enough to keep it busy, few enough to fit into a pipe. */
const aheadMax = 128;

/** One `read` under way. `ask` writes the next requests, `lost` says that git died over the oldest of them. */
export type ReadJob = {
  readonly bytesMax: number;
  readonly finished: Promise<void>;
  readonly done: () => boolean;
  readonly ask: (write: (line: string) => void) => void;
  readonly answered: (object: ReadObject) => void;
  readonly lost: () => void;
  readonly fail: (error: unknown) => void;
};

/** The state of one `read`: what was asked, what was answered, and the first thing that a visitor threw. */
export function createReadJob(requests: readonly ObjectRequest[], bytesMax: number): ReadJob {
  const { promise: finished, resolve, reject } = Promise.withResolvers<void>();
  let asked = 0;
  let answered = 0;
  let failure: { readonly error: unknown } | null = null;

  const deliver = (object: ReadObject): void => {
    const request = requests[answered++];
    if (failure !== null) return; // what is still on its way is passed over
    try {
      request?.deliver(object);
    } catch (error) {
      failure = { error };
    }
  };
  const settle = (): void => {
    while (answered < requests.length && requests[answered]?.objectId === null) deliver({ state: 'missing' });
    asked = Math.max(asked, answered);
    if (answered < (failure === null ? requests.length : asked)) return;
    if (failure === null) resolve();
    else reject(failure.error);
  };
  settle();
  return {
    bytesMax,
    finished,
    done: () => failure !== null || answered >= requests.length,
    ask: (write) => {
      if (failure !== null || (asked > answered && asked - answered > aheadMax / 2)) return;
      const lines: string[] = [];
      for (; asked < requests.length && lines.length < aheadMax; asked++) {
        const id = requests[asked]?.objectId;
        if (typeof id === 'string') lines.push(`${id}\n`);
      }
      if (lines.length > 0) write(lines.join(''));
    },
    answered: (object) => {
      deliver(object);
      settle();
    },
    lost: () => {
      deliver({ state: 'unreadable' });
      asked = answered;
      settle();
    },
    fail: (error) => {
      failure ??= { error };
      reject(error);
    },
  };
}
