// SPDX-License-Identifier: Apache-2.0
import { counted } from './counted.ts';

/** All of them with their number: `the one job`, `all 3 jobs`. The plural is told where adding an s is wrong. */
export function allCounted(number: number, noun: string, plural?: string): string {
  return number === 1 ? `the one ${noun}` : `all ${counted(number, noun, plural)}`;
}
