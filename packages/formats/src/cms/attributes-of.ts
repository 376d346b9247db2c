// SPDX-License-Identifier: Apache-2.0
import { oidOf } from '../der/der-fields.ts';
import type { DerValue } from '../der/der-value.ts';

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
