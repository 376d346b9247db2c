// SPDX-License-Identifier: Apache-2.0
import type { OpenPgpSigner } from '@plumbline/core/verification/trust-policy';
import { type OpenPgpSignature, signatureType } from '@plumbline/formats/openpgp/openpgp-signature';
import { type OpenPgpCertificate, readCertificates } from '@plumbline/formats/openpgp/read-certificates';
import { judgeCertificate } from './judge-certificate.ts';
import type { KeyringKey } from './keyring-key.ts';

export type Keyring =
  | { readonly state: 'opened'; readonly keys: readonly KeyringKey[] }
  | { readonly state: 'failed'; readonly because: string };

const opened = new WeakMap<OpenPgpSigner, Keyring>();

/** The keys of a signer, judged once. */
export function openKeyring(signer: OpenPgpSigner): Keyring {
  const known = opened.get(signer) ?? judgeKeyring(signer);
  opened.set(signer, known);
  return known;
}

function judgeKeyring({ keys, fingerprints }: OpenPgpSigner): Keyring {
  const read = readCertificates(keys);
  if (read.state === 'failed') return read;
  const wanted = merged(read.certificates).filter(
    ({ primary: { key } }) => fingerprints.length === 0 || fingerprints.includes(key.fingerprint),
  );
  const missing = fingerprints.find((one) => !wanted.some(({ primary: { key } }) => key.fingerprint === one));
  if (missing !== undefined) return { state: 'failed', because: `no key there has the fingerprint ${missing}` };
  return { state: 'opened', keys: wanted.flatMap(judgeCertificate) };
}

/** A key that is there twice is one key: an older copy must not lack what a newer one revokes. */
function merged(certificates: readonly OpenPgpCertificate[]): readonly OpenPgpCertificate[] {
  const byKey = Map.groupBy(certificates, ({ primary: { key } }) => key.fingerprint);
  const revocations = keyRevocations(certificates);
  return [...byKey.values()].map((copies) => ({
    primary: withSignatures(joined(copies.map(({ primary }) => primary)), revocations),
    users: groups(
      copies.flatMap(({ users }) => users),
      ({ body }) => Buffer.from(body).toString('hex'),
    ).map(joined),
    subkeys: groups(
      copies.flatMap(({ subkeys }) => subkeys),
      ({ key }) => key.fingerprint,
    ).map(joined),
  }));
}

/**
 * Revocations of keys, wherever they stand: GnuPG keeps one in a block of its own, which people put behind the keys, and so behind
 * the last subkey of any of them. Whose they are is checked with each key; one that names nobody counts where it stands alone.
 */
const keyRevocations = (certificates: readonly OpenPgpCertificate[]): readonly OpenPgpSignature[] =>
  certificates
    .flatMap(({ primary, users, subkeys }) => [primary, ...users, ...subkeys])
    .flatMap(({ signatures }) => signatures)
    .filter(({ type, issuers }) => type === signatureType.keyRevocation && issuers.length > 0);

const withSignatures = (
  primary: OpenPgpCertificate['primary'],
  more: readonly OpenPgpSignature[],
): OpenPgpCertificate['primary'] => ({ ...primary, signatures: [...new Set([...primary.signatures, ...more])] });

const groups = <T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] => [
  ...Map.groupBy(items, keyOf).values(),
];

function joined<T extends OpenPgpCertificate['primary'] | OpenPgpCertificate['users'][number]>(same: readonly T[]): T {
  const [first] = same;
  if (first === undefined) throw new TypeError('a group has at least one member');
  return { ...first, signatures: same.flatMap(({ signatures }) => signatures) };
}
