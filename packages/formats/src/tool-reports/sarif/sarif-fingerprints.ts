// SPDX-License-Identifier: Apache-2.0
import { objectOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';

/** What some tools write among the fingerprints and that identifies a person or a commit, or nothing. */
const notFingerprints: ReadonlySet<string> = new Set(['email', 'author', 'date', 'commitMessage']);
const placeholders: ReadonlySet<string> = new Set(['requires login']);

/** §3.27.16, §3.27.17: fingerprints, and the partial ones under names that they do not have. */
export function sarifFingerprints(result: JsonObject): { readonly [name: string]: string } {
  const partial = result['partialFingerprints'];
  const whole = result['fingerprints'];
  if (partial === undefined && whole === undefined) return {};
  const pairs = [...Object.entries(objectOf(partial)), ...Object.entries(objectOf(whole))].flatMap(([name, value]) => {
    const text = textOf(value);
    return text === null || notFingerprints.has(name) || placeholders.has(text) ? [] : [[name, text] as const];
  });
  return Object.fromEntries(pairs);
}
