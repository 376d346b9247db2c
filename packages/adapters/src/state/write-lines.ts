// SPDX-License-Identifier: Apache-2.0
import type { StateLines } from '@plumbline/core/state/state-store';
import { openLineWriter } from './open-line-writer.ts';

/** UTF-16 code units that may wait in memory. */
const waitingMax = 1024 * 1024;

/** Keeps lines as they come. A failure leaves nothing behind. Throws `output-unwritable`, and what `lines` throws. */
export async function writeLines(folder: string, lines: AsyncIterable<string> | Iterable<string>): Promise<StateLines> {
  const writer = await openLineWriter(folder);
  try {
    let waiting = 0;
    for await (const line of lines) {
      writer.write(line);
      waiting += line.length;
      if (waiting < waitingMax) continue;
      await writer.drain();
      waiting = 0;
    }
    return await writer.keep();
  } catch (error) {
    await writer.drop();
    throw error;
  }
}
