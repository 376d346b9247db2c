// SPDX-License-Identifier: Apache-2.0
import { type OpenPgpSignature, signatureType } from '@plumbline/formats/openpgp/openpgp-signature';
import { parseSignaturePacket } from '@plumbline/formats/openpgp/parse-signature-packet';
import { OpenPgpFault } from '@plumbline/formats/openpgp/octet-reader';
import type {
  KeyWithSignatures,
  OpenPgpCertificate,
  UserWithSignatures,
} from '@plumbline/formats/openpgp/read-certificates';
import { keyOctets, userOctets } from '@plumbline/formats/openpgp/signed-octets';
import { keyPeriod, type Limits } from './key-period.ts';
import type { KeyringKey } from './keyring-key.ts';
import { certificationTypes, newest, ownSignatures, verifyingKey } from './own-signatures.ts';
import type { VerifyingKey } from './verify-octets.ts';

const maySign = 0x02;

/** The primary key of a certificate and its subkeys, each with what its owner's signatures say of it (RFC 9580 §10.1, §5.2.1). */
export function judgeCertificate({ primary, users, subkeys }: OpenPgpCertificate): readonly KeyringKey[] {
  const { key } = primary;
  const verifying = verifyingKey(key);
  const unusable = { primary: key.fingerprint, users: [], period: unlimited };
  if (typeof verifying === 'string')
    return [primary, ...subkeys].map((one) => ({ ...identityOf(one), ...unusable, use: verifying }));
  const about = keyOctets(key);
  const own = (signatures: readonly OpenPgpSignature[], types: readonly number[], ...more: readonly Uint8Array[]) =>
    ownSignatures({ signatures, types, of: key, key: verifying, about: [about, ...more] });
  const named = users.flatMap((user) => certifiedUser(user, own));
  const grant = newest([...own(primary.signatures, [signatureType.directKey]), ...named.map(({ grant: one }) => one)]);
  const limits: Limits = { key, grant, revocations: own(primary.signatures, [signatureType.keyRevocation]) };
  const shared = { primary: key.fingerprint, users: named.map(({ name }) => name).filter((name) => name !== '') };
  const flags = grant?.claims.keyFlags ?? maySign;
  const use = grant === null ? noGrant : (flags & maySign) === 0 ? 'a key that is not for signing' : verifying;
  return [
    { ...identityOf(primary), ...shared, period: keyPeriod([limits]), use },
    ...subkeys.map((subkey) => {
      const octets = keyOctets(subkey.key);
      const binding = newest(own(subkey.signatures, [signatureType.subkeyBinding], octets));
      const revocations = own(subkey.signatures, [signatureType.subkeyRevocation], octets);
      const period = keyPeriod([limits, { key: subkey.key, grant: binding, revocations }]);
      const useOfSubkey = grant === null ? noGrant : subkeyUse(subkey, binding, [about, octets]);
      return { ...identityOf(subkey), ...shared, period, use: useOfSubkey };
    }),
  ];
}

type Own = (
  signatures: readonly OpenPgpSignature[],
  types: readonly number[],
  ...more: readonly Uint8Array[]
) => readonly OpenPgpSignature[];

/** A user whom the key has certified and not revoked since. */
function certifiedUser(
  user: UserWithSignatures,
  own: Own,
): readonly { readonly name: string; readonly grant: OpenPgpSignature }[] {
  const octets = userOctets(user);
  const grant = newest(own(user.signatures, certificationTypes, octets));
  const revoked = own(user.signatures, [signatureType.certificationRevocation], octets);
  const since = Math.max(0, ...revoked.map(({ claims }) => claims.createdAt ?? Number.MAX_SAFE_INTEGER));
  return grant === null || (grant.claims.createdAt ?? 0) <= since ? [] : [{ name: user.name, grant }];
}

/** RFC 9580 §5.2.1.8: a subkey has to sign back, or anybody could adopt another's signing key as his own subkey. */
function subkeyUse(
  { key }: KeyWithSignatures,
  binding: OpenPgpSignature | null,
  about: readonly Uint8Array[],
): VerifyingKey | string {
  const verifying = verifyingKey(key);
  if (typeof verifying === 'string') return verifying;
  if (binding === null) return 'a subkey that its primary key has not bound with a digest that counts';
  if (((binding.claims.keyFlags ?? 0) & maySign) === 0) return 'a subkey that is not for signing';
  const back = binding.embedded.flatMap(understood);
  const types = [signatureType.primaryKeyBinding];
  const signedBack = ownSignatures({ signatures: back, types, of: key, key: verifying, about });
  return newest(signedBack) === null ? 'a subkey that has not signed back to its primary key' : verifying;
}

function understood(body: Uint8Array): readonly OpenPgpSignature[] {
  try {
    return [parseSignaturePacket(body)];
  } catch (error) {
    if (error instanceof OpenPgpFault) return [];
    throw error;
  }
}

const identityOf = ({
  key: { version, fingerprint, keyId, createdAt },
}: KeyWithSignatures): Pick<KeyringKey, 'version' | 'fingerprint' | 'keyId' | 'createdAt'> => ({
  version,
  fingerprint,
  keyId,
  createdAt,
});

const noGrant = 'a key whose owner vouches for it with no digest that counts (SHA-1 and MD5 do not)';
const unlimited = { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null };
