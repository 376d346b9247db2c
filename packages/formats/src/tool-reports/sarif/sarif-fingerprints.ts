// SPDX-License-Identifier: Apache-2.0
import { objectOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';

/** What some tools write among the fingerprints and that identifies a person or a commit, or nothing. */
const notFingerprints: ReadonlySet<string> = new Set(['email', 'author', 'date', 'commitMessage']);
const placeholders: ReadonlySet<string> = new Set(['requires login']);

/** §3.27.16, §3.27.17: fingerprints, and the partial ones under names that they do not have. */
export function sarifFingerprints(result: JsonObject): { readonly [name: string]: string } {
  const kept: { [name: string]: string } = {};
  for (const given of [result['partialFingerprints'], result['fingerprints']]) {
    if (given === undefined) continue;
    for (const [name, value] of Object.entries(objectOf(given))) {
      const text = textOf(value);
      const isOne = text !== null && !notFingerprints.has(name) && !placeholders.has(text) && name !== '__proto__';
      if (isOne) kept[name] = text;
    }
  }
  return kept;
}
