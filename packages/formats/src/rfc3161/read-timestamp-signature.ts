// SPDX-License-Identifier: Apache-2.0
import { attributeOids, attributesOf, signedForm } from '../cms/attributes-of.ts';
import { integerOf, oidOf } from '../der/der-fields.ts';
import { contextTag, type DerValue, derTags } from '../der/der-value.ts';
import { digestOfOid, type TimestampDigest } from './digest-oids.ts';
import { type SignatureAlgorithm, statedTimeType, type TimestampSignature } from './timestamp.ts';

const certificateOids = {
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/** Reads a SignerInfo (RFC 5652 §5.3) over this content; a text says what is wrong with it. */
export function readTimestampSignature({ parts }: DerValue, content: Uint8Array): TimestampSignature | string {
  const [, signer, digest, attributes, algorithm, value] = parts;
  if (attributes?.tag !== contextTag(0, 'constructed')) return 'it has no signed attributes';
  const held = attributesOf(attributes);
  if (held === null) return 'a signed attribute is there twice, or cannot be read';
  if (oidOf(held.get(attributeOids.contentType)) !== statedTimeType)
    return 'its attributes are of another kind of content';
  const name = digestOfOid(oidOf(digest?.parts[0]));
  const stated = held.get(attributeOids.messageDigest);
  if (name === null || stated?.tag !== derTags.octetString) return 'it is signed over no digest of SHA-2';
  const serialNumber = integerOf(signer?.parts[1]);
  const issuer = signer?.parts[0];
  if (signer?.tag !== derTags.sequence || issuer === undefined || serialNumber === null)
    return 'it does not name the certificate that signed by issuer and serial number';
  const signed = signatureAlgorithm(oidOf(algorithm?.parts[0]), name);
  if (signed === null || value?.tag !== derTags.octetString)
    return 'it is signed by another algorithm than RSA (PKCS #1 v1.5), ECDSA or Ed25519 with SHA-2';
  return {
    issuer: issuer.whole,
    serialNumber,
    certificateIds: certificateIdsOf(held),
    content,
    contentDigest: { algorithm: name, digest: stated.content },
    signedAttributes: signedForm(attributes),
    algorithm: signed,
    value: value.content,
  };
}

/** RFC 5035 §3: the first id is the certificate's that signed; SHA-256 is not written out. RFC 2634 §5.4 knew SHA-1 alone. */
function certificateIdsOf(held: ReadonlyMap<string, DerValue>): TimestampSignature['certificateIds'] {
  const [older] = held.get(certificateOids.signingCertificate)?.parts[0]?.parts ?? [];
  const [newer] = held.get(certificateOids.signingCertificateV2)?.parts[0]?.parts ?? [];
  const ids: { readonly algorithm: TimestampDigest | 'sha1'; readonly digest: Uint8Array }[] = [];
  const [sha1] = older?.parts ?? [];
  if (sha1?.tag === derTags.octetString) ids.push({ algorithm: 'sha1', digest: sha1.content });
  const [first, second] = newer?.parts ?? [];
  const named = first?.tag === derTags.sequence ? digestOfOid(oidOf(first.parts[0])) : 'sha256';
  const digest = first?.tag === derTags.sequence ? second : first;
  if (named !== null && digest?.tag === derTags.octetString) ids.push({ algorithm: named, digest: digest.content });
  return ids;
}

/** Some authorities name the digest beside the algorithm, some within it (RFC 3370 §3.2, RFC 5754 §3). */
function signatureAlgorithm(oid: string | null, digest: TimestampDigest): SignatureAlgorithm | null {
  const known = oid === null ? undefined : signatureOids[oid];
  return known === undefined
    ? null
    : known.kind === 'ed25519'
      ? known
      : { kind: known.kind, digest: known.digest ?? digest };
}

type KnownAlgorithm =
  | { readonly kind: 'rsa' | 'ecdsa'; readonly digest: TimestampDigest | null }
  | { readonly kind: 'ed25519' };

const signatureOids: { readonly [oid: string]: KnownAlgorithm } = {
  '1.2.840.113549.1.1.1': { kind: 'rsa', digest: null },
  '1.2.840.113549.1.1.11': { kind: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', digest: 'sha512' },
  '1.2.840.10045.2.1': { kind: 'ecdsa', digest: null },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', digest: 'sha512' },
  '1.3.101.112': { kind: 'ed25519' },
};
