// SPDX-License-Identifier: Apache-2.0
import type { Buffer } from 'node:buffer';

/**
 * Cuts a stream of chunks into records that each end with one character, such as NUL or a newline. A record is handed
 * over as Latin-1, one character a byte: bytes as they came, at a fraction of the time that a buffer for each would
 * take. It may hold the memory of its chunk: copy what is kept of few records. What stands after the last end is not a
 * record: a program that was cut short printed half of it.
 */
export function splitRecords(end: string, visit: (record: string) => void): { readonly take: (chunk: Buffer) => void } {
  let rest: string[] = [];
  return {
    take: (chunk) => {
      const text = chunk.toString('latin1');
      let start = 0;
      for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, start)) {
        const piece = text.slice(start, at);
        visit(rest.length === 0 ? piece : [...rest, piece].join(''));
        rest = [];
        start = at + 1;
      }
      if (start < text.length) rest.push(text.slice(start));
    },
  };
}
