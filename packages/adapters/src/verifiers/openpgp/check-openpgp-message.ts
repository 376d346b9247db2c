// SPDX-License-Identifier: Apache-2.0
import type { MessageSource } from '@plumbline/core/signing/signer';
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { OpenPgpSigner } from '@plumbline/core/verification/trust-policy';
import { type OpenPgpSignature, signatureType } from '@plumbline/formats/openpgp/openpgp-signature';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { refusedCheck, undecidedCheck } from '../refused-check.ts';
import { instantOf } from './key-period.ts';
import type { KeyringKey } from './keyring-key.ts';
import { openKeyring } from './open-keyring.ts';
import { mayBeOf } from './own-signatures.ts';
import { verifyContent } from './verify-content.ts';
import type { VerifyingKey } from './verify-octets.ts';

/** A signature that names nobody is tried with this many keys at most. */
const triedMax = 64;

/** Whether an OpenPGP signature over a message is good and of a key of this signer. When keys and signatures count is judged elsewhere. */
export async function checkOpenPgpMessage(
  signature: OpenPgpSignature,
  signer: OpenPgpSigner,
  content: MessageSource,
): Promise<SignatureCheck> {
  const keyring = openKeyring(signer);
  if (keyring.state === 'failed') return refusedCheck('identity', keyring.because);
  const candidates = keyring.keys.filter((key) => mayBeOf(signature, key)).slice(0, triedMax);
  const [first] = candidates;
  if (first === undefined) return refusedCheck('identity', `its key${claimedKey(signature)} is none of ${signer.name}`);
  const { createdAt } = signature.claims;
  const fault = faultOf(signature);
  if (fault !== null) return fault;
  if (createdAt === null) return refusedCheck('form', 'it does not say when it was made, as every signature has to');
  const usable = candidates.filter(isUsable);
  const verdict = await verifyContent(
    signature,
    usable.map(({ use }) => use),
    content,
  );
  if (verdict.state === 'too-much') return undecidedCheck('signature', tooMuch);
  const maker = verdict.by === null ? undefined : usable[verdict.by];
  if (maker !== undefined) return good(maker, signature, createdAt);
  if (candidates.length === 1 && !isUsable(first)) return refusedCheck('key-period', unusableBecause(first));
  return refusedCheck(
    'signature',
    `it is no signature of ${named(first)} over this content: another key made it, or the content is not what was signed`,
  );
}

const tooMuch =
  'so many signatures beside this file say that they are of this signer that not all of them were tried: name the right file with --attestation';

/** RFC 9580 §5.2.1.2: over a text, whose line ends may be changed without changing what is signed. */
const textType = 0x01;

function faultOf({ type, digest }: OpenPgpSignature): SignatureCheck | null {
  if (type === textType)
    return refusedCheck(
      'form',
      'it is over a text, whose line ends may change, and not over these bytes (made with gpg --textmode)',
    );
  if (type !== signatureType.binary) return refusedCheck('form', 'it is no signature over a document');
  return digest.weak
    ? refusedCheck('signature', `it is made over ${digest.name.toUpperCase()}, with which others can be made to fit it`)
    : null;
}

/** The longest that it says. */
function claimedKey({ issuers }: OpenPgpSignature): string {
  const [longest] = [...issuers].sort((a, b) => b.length - a.length);
  return longest === undefined ? '' : ` ${longest}`;
}

type UsableKey = KeyringKey & { readonly use: VerifyingKey };

const isUsable = (key: KeyringKey): key is UsableKey => typeof key.use !== 'string';

const unusableBecause = ({ fingerprint, use }: KeyringKey): string =>
  `${fingerprint} is ${typeof use === 'string' ? use : ''}`;

const named = ({ primary, fingerprint }: KeyringKey): string =>
  `the ${primary === fingerprint ? 'key' : 'subkey'} ${fingerprint}`;

function good(key: UsableKey, { claims: { expiresAfter } }: OpenPgpSignature, createdAt: number): SignatureCheck {
  const { createdAt: keyCreatedAt, period, primary, users, use } = key;
  if (createdAt < keyCreatedAt) return refusedCheck('key-period', 'it says that it was made before its key was');
  return {
    outcome: 'valid',
    steps: [{ step: 'signature', outcome: 'passed', because: `the OpenPGP signature is of ${named(key)}` }],
    signer: { keyId: keyIdOf(use.object), issuer: null, subjects: users, fingerprint: primary },
    signedAt: null,
    statedAt: instantOf(createdAt),
    ...(expiresAfter === null ? {} : { expiresAt: instantOf(createdAt + expiresAfter) }),
    period,
  };
}
