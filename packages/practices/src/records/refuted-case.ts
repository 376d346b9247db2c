// SPDX-License-Identifier: Apache-2.0
const refusals: ReadonlySet<string> = new Set([
  'not-a-vulnerability',
  'not-affected',
  'invalid',
  'rejected',
  'duplicate',
  'out-of-scope',
  'spam',
  'not-applicable',
]);

/** Whether the decision on a case says that there is no vulnerability to rate or to fix. */
export function isRefuted(decision: string): boolean {
  return refusals.has(
    decision
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, '-'),
  );
}
