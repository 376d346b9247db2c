// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { derTags } from '@plumbline/formats/der/der-value';
import { writeDer, writeInteger, writeOid } from '@plumbline/formats/der/write-der';

/** A certificate and its keys. */
export type Issued = { readonly name: Uint8Array; readonly der: Buffer; readonly pem: string; readonly keys: KeyPair };
export type KeyPair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

export type CertificateRequest = {
  readonly name: string;
  /** Organizational unit. */
  readonly unit?: string;
  /** Itself unless told. */
  readonly issuer?: Issued;
  readonly keys?: KeyPair;
  /** An authority, with as many below it as said. */
  readonly authority?: { readonly below: number | null };
  readonly extensions?: readonly { readonly oid: string; readonly value: Uint8Array; readonly critical?: boolean }[];
  /** YYMMDD */
  readonly notAfter?: string;
};

const p256 = (): KeyPair => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const truth = writeDer(derTags.boolean, Uint8Array.of(0xff));
const sequence = (...parts: readonly Uint8Array[]): Uint8Array => writeDer(derTags.sequence, ...parts);
const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const ecdsaWithSha256 = sequence(writeOid('1.2.840.10045.4.3.2'));
const attribute = (oid: string, text: string): Uint8Array =>
  writeDer(derTags.set, sequence(writeOid(oid), writeDer(derTags.utf8String, ascii(text))));
const nameOf = ({ name, unit }: CertificateRequest): Uint8Array =>
  sequence(...(unit === undefined ? [] : [attribute('2.5.4.11', unit)]), attribute('2.5.4.3', name));

/** A certificate of P-256, written by hand, so that it may have any extension and any fault (RFC 5280 §4.1). */
export function issueCertificate(request: CertificateRequest): Issued {
  const { issuer, keys = p256(), authority, extensions = [], notAfter = '490101' } = request;
  const name = nameOf(request);
  const below = authority?.below ?? null;
  const constraints = sequence(truth, ...(below === null ? [] : [writeInteger(Uint8Array.of(below))]));
  const all = [
    ...(authority === undefined ? [] : [{ oid: '2.5.29.19', value: constraints, critical: true }]),
    ...extensions,
  ].map(({ oid, value, critical = false }) =>
    sequence(writeOid(oid), ...(critical ? [truth] : []), writeDer(derTags.octetString, value)),
  );
  const times = ['200101', notAfter].map((day) => writeDer(derTags.utcTime, ascii(`${day}000000Z`)));
  const body = sequence(
    writeDer(0xa0, writeInteger(Uint8Array.of(2))),
    writeInteger(randomBytes(16)),
    ecdsaWithSha256,
    issuer?.name ?? name,
    sequence(...times),
    name,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    ...(all.length === 0 ? [] : [writeDer(0xa3, sequence(...all))]),
  );
  const signature = sign('sha256', body, (issuer?.keys ?? keys).privateKey);
  const whole = sequence(body, ecdsaWithSha256, writeDer(derTags.bitString, Uint8Array.of(0), signature));
  const der = Buffer.from(whole);
  const base64 = der.toString('base64').replaceAll(/.{64}/gu, '$&\n');
  return { name, der, pem: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`, keys };
}
