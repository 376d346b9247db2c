// SPDX-License-Identifier: Apache-2.0
import { integerOf, oidOf, timeOf } from '../der/der-fields.ts';
import { contextTag, type DerValue, derTags } from '../der/der-value.ts';
import { readDer } from '../der/read-der.ts';

/** An extension of a certificate; `value` is what its octet string holds. */
export type CertificateExtension = { readonly oid: string; readonly critical: boolean; readonly value: Uint8Array };

/** What Node's own reading of a certificate does not tell (RFC 5280 §4.1). Names are in DER. */
export type CertificateFields = {
  /** In hexadecimal. */
  readonly serialNumber: string;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** ISO instants of UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly extensions: readonly CertificateExtension[];
};

/** The fields of a certificate in DER; null for anything else, and where an extension is there twice. */
export function certificateFields(der: Uint8Array): CertificateFields | null {
  const read = readDer(der);
  if (read.state === 'refused') return null;
  const fields = read.value.parts[0]?.parts ?? [];
  // The version stands in front of everything but in certificates of version 1.
  const [serial, , issuer, validity, subject] =
    fields[0]?.tag === contextTag(0, 'constructed') ? fields.slice(1) : fields;
  const serialNumber = integerOf(serial);
  const [notBefore, notAfter] = [timeOf(validity?.parts[0]), timeOf(validity?.parts[1])];
  const held = fields.find(({ tag }) => tag === contextTag(3, 'constructed'))?.parts[0]?.parts ?? [];
  const extensions = held.flatMap((one) => extensionOf(one) ?? []);
  const isWhole = extensions.length === held.length && new Set(extensions.map(({ oid }) => oid)).size === held.length;
  if (issuer === undefined || subject === undefined || !isWhole) return null;
  if (serialNumber === null || notBefore === null || notAfter === null) return null;
  return { serialNumber, issuer: issuer.whole, subject: subject.whole, notBefore, notAfter, extensions };
}

function extensionOf({ parts }: DerValue): CertificateExtension | null {
  const [name, second, third] = parts;
  const oid = oidOf(name);
  const [flag, value] = second?.tag === derTags.boolean ? [second, third] : [undefined, second];
  if (oid === null || value?.tag !== derTags.octetString) return null;
  // DER writes true as 0xff alone; what any reader may take for true is no reason to pass over a limit.
  return { oid, critical: flag !== undefined && flag.content.some((octet) => octet !== 0), value: value.content };
}
