// SPDX-License-Identifier: Apache-2.0
import { textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import type { FirstSeen } from '../first-seen.ts';

/**
 * A change of a file in which TruffleHog until 2, or truffleHog3 until 2, found strings. Other tools write the same members, but
 * no branch.
 */
export const isChangedFile = (entry: JsonObject): boolean =>
  Array.isArray(entry['stringsFound']) &&
  textOf(entry['reason']) !== null &&
  textOf(entry['path']) !== null &&
  entry['branch'] !== undefined;

/**
 * The result of such a change. `stringsFound` and the difference hold the secrets and are not taken over. It names no line, and
 * the history shows the same file again and again: a reason and a file are one result, with the commit that is listed first.
 */
export function changedFileResults(entry: JsonObject, seen: FirstSeen): readonly GivenResult[] {
  const reason = textOf(entry['reason']);
  const path = textOf(entry['path']);
  if (!isChangedFile(entry) || !seen.isNew(path, reason)) return [];
  return [
    {
      kind: 'secret',
      rule: reason ?? 'unnamed',
      title: reason,
      severity: 'unrated',
      places: [{ path }],
      fingerprints: { commit: textOf(entry['commitHash']) },
    },
  ];
}
