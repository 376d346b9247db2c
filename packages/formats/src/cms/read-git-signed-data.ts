// SPDX-License-Identifier: Apache-2.0
import { concatBytes } from '@noble/hashes/utils.js';
import { integerOf, oidOf, timeOf } from '../der/der-fields.ts';
import { contextTag, type DerValue, derTags } from '../der/der-value.ts';
import { readDer } from '../der/read-der.ts';
import { decodeBase64 } from '../base64/decode-base64.ts';
import { certificateFields } from '../x509/certificate-fields.ts';
import { attributesOf } from './attributes-of.ts';

/** A signature of git in X.509 (RFC 5652, as gitsign and smimesign write it), taken apart; nothing of it is checked yet. */
export type GitSignedData = {
  /** The certificate that is said to have signed, in DER. */
  readonly certificate: Uint8Array;
  /** SHA-256 of what is signed, as the signed attributes state it. */
  readonly messageDigest: Uint8Array;
  /** What the signature is over: the attributes, as a SET. */
  readonly signedAttributes: Uint8Array;
  readonly value: Uint8Array;
  /** ISO instant in UTC that the signer states. */
  readonly signingTime: string | null;
  /** The transparency log's entry as gitsign keeps it: a TransparencyLogEntry of protobuf without its body. */
  readonly logEntry: Uint8Array | null;
  /** Tokens of timestamp authorities over the signature, in DER. */
  readonly timestamps: readonly Uint8Array[];
};

export type GitSignedDataReading =
  | { readonly state: 'read'; readonly signed: GitSignedData }
  | { readonly state: 'refused'; readonly because: string };

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  data: '1.2.840.113549.1.7.1',
  sha256: '2.16.840.1.101.3.4.2.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  logEntry: '1.3.6.1.4.1.57264.3.1',
} as const;

const armor = /^-----BEGIN SIGNED MESSAGE-----\n([A-Za-z0-9+/=\r\n]{1,100000})-----END SIGNED MESSAGE-----\s*$/u;
const certificatesMax = 16;

/** Reads one armored, detached signature of one signer. Never throws. */
export function readGitSignedData(text: string): GitSignedDataReading {
  const bytes = decodeBase64(armor.exec(text)?.[1] ?? '?');
  if (bytes === null) return refused('the armor of the signed message is damaged');
  const read = readDer(bytes);
  if (read.state === 'refused') return refused(`the signed message is no DER: ${read.because}`);
  const signedData = read.value.parts[1]?.parts[0];
  if (oidOf(read.value.parts[0]) !== oids.signedData || signedData === undefined)
    return refused('it is no signed data');
  const content = signedData.parts[2];
  if (oidOf(content?.parts[0]) !== oids.data || content?.parts.length !== 1)
    return refused('it holds content of its own, so that it is no signature over this object');
  const signers = signedData.parts.at(-1);
  const [signer] = signers?.parts ?? [];
  if (signers?.tag !== derTags.set || signer === undefined || signers.parts.length !== 1)
    return refused('it is not of exactly one signer');
  const held = signedData.parts.find(({ tag }) => tag === contextTag(0, 'constructed'))?.parts ?? [];
  return readSigner(signer, held.slice(0, certificatesMax));
}

/** RFC 5652 §5.3 */
function readSigner({ parts }: DerValue, certificates: readonly DerValue[]): GitSignedDataReading {
  const [, name, digest, attributes, , value, unsigned] = parts;
  const signedAttributes = attributes?.tag === contextTag(0, 'constructed') ? attributesOf(attributes) : null;
  if (attributes === undefined || signedAttributes === null)
    return refused('it has no signed attributes, or one twice');
  const messageDigest = signedAttributes.get(oids.messageDigest);
  if (oidOf(signedAttributes.get(oids.contentType)) !== oids.data)
    return refused('its attributes are of other content');
  if (oidOf(digest?.parts[0]) !== oids.sha256 || messageDigest?.tag !== derTags.octetString)
    return refused('it signs another digest than SHA-256');
  if (value?.tag !== derTags.octetString) return refused('it has no signature value');
  const certificate = certificates.find((one) => isNamed(one, name));
  if (certificate === undefined) return refused('the certificate that signed is not in it');
  const proofs = unsigned?.tag === contextTag(1, 'constructed') ? attributesOf(unsigned) : new Map<string, DerValue>();
  if (proofs === null) return refused('a proof is in it twice');
  return {
    state: 'read',
    signed: {
      certificate: certificate.whole,
      messageDigest: messageDigest.content,
      // §5.4: signed as a SET OF, not under the tag that they have here.
      signedAttributes: concatBytes(Uint8Array.of(derTags.set), attributes.whole.subarray(1)),
      value: value.content,
      signingTime: timeOf(signedAttributes.get(oids.signingTime)),
      logEntry: proofs.get(oids.logEntry)?.content ?? null,
      timestamps: [proofs.get(oids.timestamp)].flatMap((token) => (token === undefined ? [] : [token.whole])),
    },
  };
}

/** By issuer and serial number. */
function isNamed({ whole }: DerValue, name: DerValue | undefined): boolean {
  const fields = certificateFields(whole);
  const [issuer, serial] = name?.parts ?? [];
  if (fields === null || issuer === undefined || integerOf(serial) !== fields.serialNumber) return false;
  return issuer.whole.length === fields.issuer.length && issuer.whole.every((octet, at) => octet === fields.issuer[at]);
}

const refused = (because: string): GitSignedDataReading => ({ state: 'refused', because });
