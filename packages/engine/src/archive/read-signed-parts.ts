// SPDX-License-Identifier: Apache-2.0
import type { ReleasePart, ReleaseRole } from '@plumbline/core/release/release-manifest';
import { type ListedChecksum, parseChecksumList } from '@plumbline/formats/checksums/parse-checksum-list';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import type { RestoreFolder } from '@plumbline/core/archive/restore-folder';

/** A list of checksums, which may be signed in the place of the files that it lists. */
export type ListPart = { readonly part: ReleasePart; readonly listed: readonly ListedChecksum[] };

/** What was signed in a release. `passedOver`: files that were not looked at, because it would be too much at once. */
export type SignedParts = {
  readonly candidates: readonly SignedCandidate[];
  readonly lists: readonly ListPart[];
  readonly passedOver: readonly string[];
};

const partBytesMax = 4 * 1024 * 1024;
/** Of all files that may be signed in a release, which are in memory together. */
const bytesMax = 16 * 1024 * 1024;
const signedRoles: ReadonlySet<ReleaseRole> = new Set(['provenance', 'signature', 'gate-result']);

/** Everything in the restored files of a release that may prove something. */
export async function readSignedParts(
  parts: readonly ReleasePart[],
  read: RestoreFolder['read'],
): Promise<SignedParts> {
  const candidates: SignedCandidate[] = [];
  const lists: ListPart[] = [];
  const passedOver: string[] = [];
  let left = bytesMax;
  for (const part of parts.filter(({ role }) => signedRoles.has(role))) {
    const bytes = part.size > Math.min(left, partBytesMax) ? null : await read(part.name, partBytesMax);
    if (bytes === null) {
      passedOver.push(part.name);
      continue;
    }
    left -= bytes.length;
    const listed = part.role === 'signature' ? parseChecksumList(bytes, part.name) : null;
    if (listed === null) candidates.push(...readSignedFile(bytes, part.name));
    else lists.push({ part, listed });
  }
  return { candidates, lists, passedOver };
}
