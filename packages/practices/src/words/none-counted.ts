// SPDX-License-Identifier: Apache-2.0
import { counted } from './counted.ts';

/**
 * The subject of a sentence that denies, with a verb in the singular after it: `None of 3 jobs`; where there is one or
 * none, `No job`. The plural is told where adding an s is wrong.
 */
export function noneCounted(number: number, noun: string, plural?: string): string {
  return number > 1 ? `None of ${counted(number, noun, plural)}` : `No ${noun}`;
}
