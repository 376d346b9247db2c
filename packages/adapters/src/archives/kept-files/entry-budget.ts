// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';

/** Of one release: ten thousand files with long names. */
export const entryBytesMax: number = 8 * 1024 * 1024;
const allBytesMax = 64 * 1024 * 1024;
const entriesMax = 100_000;

/** Counts what is held of entries; `take` throws `input-too-large` when it becomes more than an archive has. */
export function createEntryBudget(location: string): { readonly take: (bytes: number) => void } {
  let [count, held] = [0, 0];
  return {
    take: (bytes) => {
      count += 1;
      held += bytes;
      if (count > entriesMax || held > allBytesMax)
        throw new PlumblineError(
          'input-too-large',
          `an archive has at most ${entriesMax} releases, and ${allBytesMax} bytes of entries`,
          { path: location },
        );
    },
  };
}
