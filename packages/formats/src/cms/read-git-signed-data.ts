// SPDX-License-Identifier: Apache-2.0
import { integerOf, oidOf, timeOf } from '../der/der-fields.ts';
import { contextTag, type DerValue, derTags } from '../der/der-value.ts';
import { readDer } from '../der/read-der.ts';
import { decodeBase64 } from '../base64/decode-base64.ts';
import { certificateFields } from '../x509/certificate-fields.ts';
import { digestOids } from '../rfc3161/digest-oids.ts';
import { attributeOids, attributesOf, signedForm } from './attributes-of.ts';
import { readSignedData } from './read-signed-data.ts';

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
  data: '1.2.840.113549.1.7.1',
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
  const data = readSignedData(read.value);
  if (data === null) return refused('it is no signed data');
  const { contentType, content, signer, certificates } = data;
  if (contentType !== oids.data || content !== undefined)
    return refused('it holds content of its own, so that it is no signature over this object');
  return signer === null
    ? refused('it is not of exactly one signer')
    : readSigner(signer, certificates.slice(0, certificatesMax));
}

/** RFC 5652 §5.3 */
function readSigner({ parts }: DerValue, certificates: readonly DerValue[]): GitSignedDataReading {
  const [, name, digest, attributes, , value, unsigned] = parts;
  const signedAttributes = attributes?.tag === contextTag(0, 'constructed') ? attributesOf(attributes) : null;
  if (attributes === undefined || signedAttributes === null)
    return refused('it has no signed attributes, or one twice');
  const messageDigest = signedAttributes.get(attributeOids.messageDigest);
  if (oidOf(signedAttributes.get(attributeOids.contentType)) !== oids.data)
    return refused('its attributes are of other content');
  if (oidOf(digest?.parts[0]) !== digestOids.sha256 || messageDigest?.tag !== derTags.octetString)
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
      signedAttributes: signedForm(attributes),
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
