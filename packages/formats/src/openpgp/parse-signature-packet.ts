// SPDX-License-Identifier: Apache-2.0
import { OctetReader, OpenPgpUnsupported } from './octet-reader.ts';
import { openPgpDigests, type OpenPgpSignature } from './openpgp-signature.ts';
import { signatureNumbers } from './public-key-algorithms.ts';
import { claimsOf, embeddedIn, issuersOf, readSubpackets } from './read-subpackets.ts';

/** Takes the body of a signature packet apart (RFC 9580 §5.2.3). Throws OpenPgpFault; OpenPgpUnsupported where the packet may be good. */
export function parseSignaturePacket(body: Uint8Array): OpenPgpSignature {
  const reader = new OctetReader(body);
  const version = reader.octet();
  if (version !== 4 && version !== 6) throw new OpenPgpUnsupported(`signatures of version ${version} are not read`);
  const [type, algorithm, digestId] = [reader.octet(), reader.octet(), reader.octet()];
  const digest = openPgpDigests[digestId];
  if (digest === undefined) throw new OpenPgpUnsupported(`its digest (${digestId}) is not known`);
  const length = (): number => (version === 4 ? reader.uint16() : reader.uint32());
  const hashed = readSubpackets(reader.take(length()));
  const hashedPart = body.subarray(0, reader.at);
  const all = [...hashed, ...readSubpackets(reader.take(length()))];
  reader.uint16(); // the first octets of the digest: a hint
  const salt = version === 6 ? reader.take(reader.octet()) : new Uint8Array();
  const numbers = signatureNumbers(algorithm, reader);
  reader.end();
  const about = { claims: claimsOf(hashed), issuers: issuersOf(all), embedded: embeddedIn(all) };
  return { version, type, algorithm, digest, salt, hashedPart, ...about, numbers };
}
