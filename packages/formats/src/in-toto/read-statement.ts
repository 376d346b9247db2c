// SPDX-License-Identifier: Apache-2.0
import { isObject, listOf, objectOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { parseStrictJson } from '../json/parse-json.ts';

/**
 * What a statement is about: by its SHA-256, its SHA-512 (as npm names its packages) or both, in hexadecimal. The name is as
 * it stands there.
 */
export type StatedSubject = {
  readonly name: string | null;
  readonly sha256: string | null;
  readonly sha512: string | null;
};

/** A Statement of which every subject is bound by a digest of its content. */
export type Statement = {
  readonly predicateType: string;
  readonly subjects: readonly StatedSubject[];
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
 * SHA-256 and SHA-512 or any other doubt about what is stated refuses the whole.
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
  if (subjects.length < listed.length)
    return refused('a subject of the statement has neither a SHA-256 nor a SHA-512 digest');
  return { state: 'read', statement: { predicateType, subjects, predicate: objectOf(value['predicate']) } };
}

/** Null where it has no digest of content, or writes one as nothing does that computes it. */
function subjectOf(value: JsonValue): StatedSubject | null {
  if (!isObject(value) || !isObject(value['digest'])) return null;
  const { sha256 = null, sha512 = null } = value['digest'];
  if (!isHex(sha256, 64) || !isHex(sha512, 128) || (sha256 === null && sha512 === null)) return null;
  return { name: textOf(value['name']), sha256, sha512 };
}

const isHex = (value: JsonValue, digits: number): value is string | null =>
  value === null || (typeof value === 'string' && value.length === digits && /^[0-9a-f]+$/u.test(value));

const refused = (because: string): ReadStatement => ({ state: 'refused', because });
