// SPDX-License-Identifier: Apache-2.0
import { oidOf, smallIntegerOf } from '../der/der-fields.ts';
import { type DerValue, derTags } from '../der/der-value.ts';
import { readDer } from '../der/read-der.ts';
import type { CertificateFields } from './certificate-fields.ts';

/** What a certificate is for (RFC 5280 §4.2.1.3, .9 and .12). */
export type CertificateUses = {
  readonly isAuthority: boolean;
  /** How many authorities may stand between this one and the certificate that is used; null: any number. */
  readonly authoritiesBelowMax: number | null;
  /** Bits of the key usage from the left; null: no limits. */
  readonly keyUsage: { readonly signs: boolean; readonly signsCertificates: boolean } | null;
  /** Purposes as object identifiers; null: no limits. */
  readonly purposes: { readonly critical: boolean; readonly oids: readonly string[] } | null;
  /** Critical extensions that nobody here understands: such a certificate must not be used (§4.2). */
  readonly notUnderstood: readonly string[];
};

const oids = {
  keyUsage: '2.5.29.15',
  alternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  policies: '2.5.29.32',
  purposes: '2.5.29.37',
} as const;

const understood: ReadonlySet<string> = new Set(Object.values(oids));

/** Reads what a certificate is for. An extension that cannot be read is one that is not understood. */
export function certificateUses({ extensions }: CertificateFields): CertificateUses {
  const held = new Map(extensions.map(({ oid, value }) => [oid, readDer(value)]));
  const valueOf = (oid: string): DerValue | undefined => {
    const read = held.get(oid);
    return read?.state === 'read' ? read.value : undefined;
  };
  const constraints = valueOf(oids.basicConstraints)?.parts ?? [];
  const isAuthority = constraints[0]?.tag === derTags.boolean && constraints[0].content[0] === 0xff;
  return {
    isAuthority,
    authoritiesBelowMax: isAuthority ? smallIntegerOf(constraints[1]) : 0,
    keyUsage: held.has(oids.keyUsage) ? keyUsageOf(valueOf(oids.keyUsage)) : null,
    purposes: held.has(oids.purposes)
      ? {
          critical: extensions.some(({ oid, critical }) => oid === oids.purposes && critical),
          oids: (valueOf(oids.purposes)?.parts ?? []).flatMap((part) => oidOf(part) ?? []),
        }
      : null,
    notUnderstood: extensions.flatMap(({ oid, critical }) =>
      critical && (!understood.has(oid) || held.get(oid)?.state === 'refused') ? [oid] : [],
    ),
  };
}

/** The first octet of a bit string counts its unused bits; then come digitalSignature, nonRepudiation, …, keyCertSign as the sixth. */
function keyUsageOf(value: DerValue | undefined): { readonly signs: boolean; readonly signsCertificates: boolean } {
  const bits = value?.tag === derTags.bitString ? (value.content[1] ?? 0) : 0;
  return { signs: (bits & 0xc0) !== 0, signsCertificates: (bits & 0x04) !== 0 };
}
