// SPDX-License-Identifier: Apache-2.0
import type { ReleasePart, ReleaseRole } from '@plumbline/core/release/release-manifest';
import { parseChecksumList } from '@plumbline/formats/checksums/parse-checksum-list';
import { parseInToto } from '@plumbline/formats/in-toto/parse-in-toto';
import { readBill } from '@plumbline/formats/sbom/read-bill';

/** A SHA-256 that a file states of another one; `name` as it stands there, null when it says none. */
export type StatedDigest = { readonly name: string | null; readonly sha256: string };

const statingRoles: ReadonlySet<ReleaseRole> = new Set(['provenance', 'signature', 'gate-result']);

/**
 * The digests that a file of a release states: of what is in a list of checksums, of what a bill of materials is of, of the
 * subjects of in-toto statements. Empty: it states none. Signatures are not looked at.
 */
export function statedDigests({ name, role }: ReleasePart, bytes: Uint8Array): readonly StatedDigest[] {
  if (role === 'sbom') return ofBill(bytes);
  const checksums = parseChecksumList(bytes, name);
  if (checksums !== null) return checksums;
  const parsed = statingRoles.has(role) ? parseInToto(bytes) : null;
  if (parsed?.state !== 'parsed') return [];
  return parsed.found.flatMap(({ subjects }) =>
    subjects.flatMap((subject) => (subject.sha256 === null ? [] : { name: subject.name, sha256: subject.sha256 })),
  );
}

function ofBill(bytes: Uint8Array): readonly StatedDigest[] {
  const read = readBill(bytes);
  const [bill] = read.state === 'parsed' ? read.found : [];
  if (bill === undefined) return [];
  return bill.subject.hashes.flatMap(({ algorithm, value }) =>
    algorithm === 'sha256' ? { name: bill.subject.name, sha256: value } : [],
  );
}
