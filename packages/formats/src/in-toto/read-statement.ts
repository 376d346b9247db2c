// SPDX-License-Identifier: Apache-2.0
import { isObject, listOf, objectOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { parseStrictJson } from '../json/parse-json.ts';

/** A Statement of which every subject is bound by SHA-256. Names are as they stand there. */
export type Statement = {
  readonly predicateType: string;
  readonly subjects: readonly { readonly name: string | null; readonly sha256: string }[];
  readonly predicate: JsonObject;
};

export type ReadStatement =
  | { readonly state: 'read'; readonly statement: Statement }
  | { readonly state: 'refused'; readonly because: string };

const types: ReadonlySet<JsonValue | undefined> = new Set([
  'https://in-toto.io/Statement/v0.1',
  'https://in-toto.io/Statement/v1',
]);
const subjectsMax = 100_000;

/**
 * Reads an in-toto Statement (v0.1 or v1) of which something is to be concluded. A member given twice, a subject without
 * SHA-256 or any other doubt about what is stated refuses the whole.
 */
export function readStatement(payload: Uint8Array): ReadStatement {
  const parsed = parseStrictJson(payload);
  if (parsed.state === 'failed') return refused(`the statement is not plain JSON: ${parsed.fault.because}`);
  const [value] = parsed.values;
  if (!isObject(value)) return refused('the statement is no JSON object');
  if (!types.has(value['_type'])) return refused('_type is neither in-toto Statement v0.1 nor v1');
  const predicateType = textOf(value['predicateType']);
  if (predicateType === null) return refused('the statement has no predicateType');
  const listed = listOf(value['subject']);
  if (listed.length === 0) return refused('the statement has no subject');
  if (listed.length > subjectsMax) return refused(`the statement has more than ${subjectsMax} subjects`);
  const subjects = listed.flatMap((subject) => subjectOf(subject) ?? []);
  if (subjects.length < listed.length) return refused('a subject of the statement has no SHA-256 digest');
  return { state: 'read', statement: { predicateType, subjects, predicate: objectOf(value['predicate']) } };
}

function subjectOf(value: JsonValue): Statement['subjects'][number] | null {
  if (!isObject(value) || !isObject(value['digest'])) return null;
  const { sha256 } = value['digest'];
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/u.test(sha256)) return null;
  return { name: textOf(value['name']), sha256 };
}

const refused = (because: string): ReadStatement => ({ state: 'refused', because });
