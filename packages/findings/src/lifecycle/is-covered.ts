// SPDX-License-Identifier: Apache-2.0
import type { FindingsState } from './findings-state.ts';
import type { Import } from './import.ts';

/** An upgrade may drop a rule; with less than this share of them it is another set of rules. */
const rulesShareMin = 0.8;

/**
 * Whether a run would have shown a finding if it were still there: it looked for at least what the run looked for that showed
 * it last, with about as many rules, and its path was among what it looked at. A run that does not say where it looked is
 * taken to have looked everywhere only when the one before did not say so either.
 */
export function isCovered(
  { anchor, scope }: FindingsState['tracks'][number],
  { purposes, paths, rules }: Pick<Import, 'purposes' | 'paths' | 'rules'>,
): boolean {
  if (!scope.purposes.every((purpose) => purposes.includes(purpose))) return false;
  if (scope.rules !== null && rules !== null && rules < scope.rules * rulesShareMin) return false;
  if (paths === null) return scope.paths === null;
  const { path } = anchor;
  return path !== null && paths.some((root) => isBelow(path, root));
}

const isBelow = (path: string, root: string): boolean =>
  root === '' || root === '.' || path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`);
