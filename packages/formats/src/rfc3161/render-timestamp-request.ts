// SPDX-License-Identifier: Apache-2.0
import { derTags } from '../der/der-value.ts';
import { writeDer, writeInteger, writeOid } from '../der/write-der.ts';
import { digestOids } from './digest-oids.ts';
import type { DigestedBytes } from './timestamp.ts';

const version = Uint8Array.of(1);
const yes = Uint8Array.of(0xff);

/** A request for a timestamp over these bytes, with the authority's certificate in the answer (RFC 3161 §2.4.1). */
export function renderTimestampRequest({ algorithm, digest }: DigestedBytes, nonce: Uint8Array): Uint8Array {
  // RFC 5754 §2 lets the parameters be left out; authorities that are older than that look for them.
  const hashAlgorithm = writeDer(derTags.sequence, writeOid(digestOids[algorithm]), writeDer(derTags.null));
  const imprint = writeDer(derTags.sequence, hashAlgorithm, writeDer(derTags.octetString, digest));
  return writeDer(
    derTags.sequence,
    writeInteger(version),
    imprint,
    writeInteger(nonce),
    writeDer(derTags.boolean, yes),
  );
}
