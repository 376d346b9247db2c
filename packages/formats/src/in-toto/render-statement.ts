// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@plumbline/core/canonical-json';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** A file by its name and digest, or anything else by its address: a commit by `gitCommit`. */
export type StatementSubject =
  | { readonly name: string; readonly sha256: string }
  | { readonly uri: string; readonly digest: { readonly [algorithm: string]: string } };

export const statementType = 'https://in-toto.io/Statement/v1';

/** An in-toto Statement v1 as bytes, ready to be signed: canonical, so that the same statement has the same bytes. */
export function renderStatement(
  subjects: readonly StatementSubject[],
  predicateType: string,
  predicate: object,
): Uint8Array {
  const subject = subjects.map((one) => ('uri' in one ? one : { name: one.name, digest: { sha256: one.sha256 } }));
  return utf8ToBytes(canonicalJson({ _type: statementType, subject, predicateType, predicate }));
}
