// SPDX-License-Identifier: Apache-2.0
import { contextTag, type DerValue, derTags } from '../der/der-value.ts';
import { readDer } from '../der/read-der.ts';
import { decodeUtf8 } from '../json/decode-utf8.ts';
import type { CertificateFields } from './certificate-fields.ts';

/** For whom a certificate of Fulcio is, and who vouched for that: the OpenID provider. */
export type CertificateIdentity = { readonly issuer: string; readonly subject: string };

const alternativeName = '2.5.29.17';
/** Fulcio's issuer as it is written today, in DER, and as it was at first, bare (fulcio, docs/oid-info.md). */
const [issuerOid, firstIssuerOid] = ['1.3.6.1.4.1.57264.1.8', '1.3.6.1.4.1.57264.1.1'] as const;

/** The one identity that a certificate of Fulcio is for; null where it has none or several. */
export function certificateIdentity({ extensions }: CertificateFields): CertificateIdentity | null {
  const valueOf = (oid: string): Uint8Array | undefined => extensions.find((one) => one.oid === oid)?.value;
  const names = (derIn(valueOf(alternativeName))?.parts ?? []).filter(({ tag }) => nameTags.has(tag));
  const [name] = names;
  const written = derIn(valueOf(issuerOid));
  const first = valueOf(firstIssuerOid);
  const issuer = written?.tag === derTags.utf8String ? written.content : first;
  if (name === undefined || names.length > 1 || issuer === undefined) return null;
  return { issuer: decodeUtf8(issuer), subject: decodeUtf8(name.content) };
}

/** rfc822Name and uniformResourceIdentifier of a GeneralName (RFC 5280 §4.2.1.6). */
const nameTags: ReadonlySet<number> = new Set([contextTag(1, 'primitive'), contextTag(6, 'primitive')]);

function derIn(bytes: Uint8Array | undefined): DerValue | null {
  const read = bytes === undefined ? null : readDer(bytes);
  return read?.state === 'read' ? read.value : null;
}
