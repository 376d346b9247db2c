// SPDX-License-Identifier: Apache-2.0
import { setTimeout } from 'node:timers/promises';

/** Time and chance, as far as asking a server needs them. */
export type S3Clock = {
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** At least 0, below 1. */
  readonly random: () => number;
};

export const systemClock: S3Clock = {
  now: () => new Date(),
  wait: async (milliseconds) => {
    await setTimeout(milliseconds);
  },
  random: () => Math.random(),
};
