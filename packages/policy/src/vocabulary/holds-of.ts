// SPDX-License-Identifier: Apache-2.0

const good: ReadonlySet<string> = new Set(['yes', 'met', 'not-applicable']);

/** Whether an answer or verdict is as it should be; undefined for `unknown`, which is neither. */
export function holdsOf(outcome: string): boolean | undefined {
  return outcome === 'unknown' ? undefined : good.has(outcome);
}
