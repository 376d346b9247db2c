// SPDX-License-Identifier: Apache-2.0
import { Buffer } from 'node:buffer';

/**
 * Cuts a stream of chunks into records that each end with one byte, such as NUL or a newline. What stands after the last
 * end is not a record: a program that was cut short printed half of it.
 */
export function splitRecords(end: number, visit: (record: Buffer) => void): { readonly take: (chunk: Buffer) => void } {
  let rest: Buffer[] = [];
  return {
    take: (chunk) => {
      let start = 0;
      for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, start)) {
        const piece = chunk.subarray(start, at);
        visit(rest.length === 0 ? piece : Buffer.concat([...rest, piece]));
        rest = [];
        start = at + 1;
      }
      if (start < chunk.length) rest.push(chunk.subarray(start));
    },
  };
}
