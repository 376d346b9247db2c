// SPDX-License-Identifier: Apache-2.0
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { OpenPgpSigner } from '@plumbline/core/verification/trust-policy';
import { type OpenPgpSignature, signatureType } from '@plumbline/formats/openpgp/openpgp-signature';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { refusedCheck } from '../refused-check.ts';
import { instantOf } from '../openpgp/key-period.ts';
import type { KeyringKey } from '../openpgp/keyring-key.ts';
import { openKeyring } from '../openpgp/open-keyring.ts';
import { mayBeOf } from '../openpgp/own-signatures.ts';
import { verifyOctets } from '../openpgp/verify-octets.ts';

/** A signature that names nobody is tried with this many keys at most. */
const triedMax = 64;

/** Whether an OpenPGP signature over these bytes is good and of a key of this signer. When keys count is judged elsewhere. */
export function checkOpenPgpSignature(
  signature: OpenPgpSignature,
  signer: OpenPgpSigner,
  { payload, asOf }: { readonly payload: Uint8Array; readonly asOf: string },
): SignatureCheck {
  const keyring = openKeyring(signer);
  if (keyring.state === 'failed') return refusedCheck('identity', keyring.because);
  const { type, digest, claims } = signature;
  const candidates = keyring.keys.filter((key) => mayBeOf(signature, key)).slice(0, triedMax);
  const [first] = candidates;
  if (first === undefined) return refusedCheck('identity', `its key is none of ${signer.name}`);
  if (type !== signatureType.binary) return refusedCheck('form', 'it is no signature over a document');
  if (digest.weak)
    return refusedCheck(
      'signature',
      `it is made over ${digest.name.toUpperCase()}, with which others can be made to fit it`,
    );
  const { createdAt, expiresAfter } = claims;
  if (createdAt === null) return refusedCheck('form', 'it does not say when it was made, as every signature has to');
  if (expiresAfter !== null && instantOf(createdAt + expiresAfter) <= asOf)
    return refusedCheck(
      'key-period',
      `the signature itself expired on ${instantOf(createdAt + expiresAfter).slice(0, 10)}`,
    );
  for (const key of candidates)
    if (typeof key.use !== 'string' && verifyOctets(signature, key.use, [payload]))
      return good({ ...key, use: key.use }, createdAt);
  const unusable = candidates.find(({ use }) => typeof use === 'string');
  if (candidates.length === 1 && unusable !== undefined) return refusedCheck('signature', unusableBecause(unusable));
  return refusedCheck(
    'signature',
    `it is no signature of ${first.primary === first.fingerprint ? 'the key' : 'the subkey'} ${first.fingerprint} over this object: another key made it, or the object is not the one that was signed`,
  );
}

const unusableBecause = ({ fingerprint, use }: KeyringKey): string =>
  `${fingerprint} is ${typeof use === 'string' ? use : ''}`;

function good(
  key: KeyringKey & { readonly use: Exclude<KeyringKey['use'], string> },
  createdAt: number,
): SignatureCheck {
  const { createdAt: keyCreatedAt, period, primary, fingerprint, users } = key;
  if (createdAt < keyCreatedAt) return refusedCheck('key-period', 'it says that it was made before its key was');
  const which = primary === fingerprint ? `the key ${fingerprint}` : `the subkey ${fingerprint}`;
  return {
    outcome: 'valid',
    steps: [{ step: 'signature', outcome: 'passed', because: `the OpenPGP signature is of ${which}` }],
    signer: { keyId: keyIdOf(key.use.object), issuer: null, subjects: users, fingerprint: primary },
    signedAt: null,
    statedAt: instantOf(createdAt),
    period,
  };
}
