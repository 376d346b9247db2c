// SPDX-License-Identifier: Apache-2.0
import type { TextFault } from './text-fault.ts';

/** What a file of some format holds, each with its problems; or why it cannot be read at all. */
export type Parsed<T> =
  | { readonly state: 'parsed'; readonly found: readonly T[] }
  | { readonly state: 'failed'; readonly fault: TextFault };

/** A file that is well-formed but not what it must be, such as another version of the standard. */
export function notThisFormat(because: string): { readonly state: 'failed'; readonly fault: TextFault } {
  return { state: 'failed', fault: { code: 'unknown-format', because, line: 1, column: 1 } };
}
