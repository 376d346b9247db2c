// SPDX-License-Identifier: Apache-2.0
import type { TrustedRootText } from '@plumbline/core/verification/trust-policy';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { type Certificate, readCertificate, readCertificates } from '../../platform/certificates/certificate.ts';

/** Certificates that make timestamps, or issue those that do, and when they are trusted (ISO instants, null: open). */
export type TimestampAuthority = {
  readonly certificates: readonly Certificate[];
  readonly trustedFrom: string | null;
  readonly trustedUntil: string | null;
};

const keptMax = 64;
const kept = new Map<string, readonly TimestampAuthority[]>();

/**
 * The timestamp authorities of a trusted root of Sigstore, or of a text of certificates in PEM, each of which is trusted for what
 * it says that it is for. Empty where there is none that can be read.
 */
export function timestampAuthorities({ text }: TrustedRootText): readonly TimestampAuthority[] {
  const known = kept.get(text) ?? (text.trimStart().startsWith('{') ? ofTrustedRoot(text) : ofPem(text));
  if (kept.size >= keptMax) kept.clear();
  kept.set(text, known);
  return known;
}

function ofPem(text: string): readonly TimestampAuthority[] {
  const certificates = readCertificates(text);
  return certificates === null ? [] : [{ certificates, trustedFrom: null, trustedUntil: null }];
}

function ofTrustedRoot(text: string): readonly TimestampAuthority[] {
  try {
    const value: unknown = JSON.parse(text);
    return TrustedRoot.fromJSON(value).timestampAuthorities.flatMap(({ certChain, validFor }) => {
      const read = (certChain?.certificates ?? []).map(({ rawBytes }) => readCertificate(rawBytes));
      const certificates = read.filter((one) => one !== null);
      // One that does not say since when it counts would otherwise count for always.
      if (validFor?.start === undefined || certificates.length < read.length) return [];
      const trustedUntil = validFor.end?.toISOString() ?? null;
      return [{ certificates, trustedFrom: validFor.start.toISOString(), trustedUntil }];
    });
  } catch {
    return []; // no trusted root; where it is one that has to be read, its reader says what is wrong with it
  }
}
