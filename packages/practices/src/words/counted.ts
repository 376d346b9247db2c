// SPDX-License-Identifier: Apache-2.0

/** A number with its noun: `1 job`, `3 jobs`, `2 policies`. The plural is told where adding an s is wrong. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
