// SPDX-License-Identifier: Apache-2.0
import { concatBytes } from '@noble/hashes/utils.js';
import { oidOf } from '../der/der-fields.ts';
import { type DerValue, derTags } from '../der/der-value.ts';

/** Attributes that every signature over attributes has (RFC 5652 §11). */
export const attributeOids = { contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4' } as const;

/** The one value of each attribute of a SignerInfo (RFC 5652 §5.3) by its object identifier; null where one is there twice. */
export function attributesOf({ parts }: DerValue): ReadonlyMap<string, DerValue> | null {
  const attributes = new Map<string, DerValue>();
  for (const { parts: attribute } of parts) {
    const oid = oidOf(attribute[0]);
    const [value, ...more] = attribute[1]?.parts ?? [];
    if (oid === null || value === undefined || more.length > 0 || attributes.has(oid)) return null;
    attributes.set(oid, value);
  }
  return attributes;
}

/** What a signature over attributes is over: a SET OF them, not the tag that they have in the SignerInfo (RFC 5652 §5.4). */
export const signedForm = ({ whole }: DerValue): Uint8Array =>
  concatBytes(Uint8Array.of(derTags.set), whole.subarray(1));
