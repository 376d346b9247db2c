// SPDX-License-Identifier: Apache-2.0
import type { PartContent } from '../release/part-content.ts';

/** A SHA-256 that a file states of another one; `name` as it stands there, null when it says none. */
export type StatedDigest = { readonly name: string | null; readonly sha256: string };

/**
 * The digests that a file of a release states: of what is in a list of checksums, of what a bill of materials is of, of the
 * subjects of in-toto statements, of what a bundle signs.
 */
export function statedDigests({ checksums, statements, signedDigests, bill }: PartContent): readonly StatedDigest[] {
  const subjects = statements.flatMap(({ statement }) => statement.subjects);
  const ofBill = (bill?.hashes ?? []).filter(({ algorithm }) => algorithm === 'sha256');
  return [
    ...(checksums ?? []),
    ...subjects.flatMap(({ name, sha256 }) => (sha256 === null ? [] : { name, sha256 })),
    ...ofBill.map(({ value }) => ({ name: bill?.name ?? null, sha256: value })),
    ...signedDigests.map((sha256) => ({ name: null, sha256 })),
  ];
}
