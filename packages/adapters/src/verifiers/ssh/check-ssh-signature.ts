// SPDX-License-Identifier: Apache-2.0
import type { KeyObject } from 'node:crypto';
import type { MessageSource } from '@plumbline/core/signing/signer';
import type { Artifact, SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { SshSigner } from '@plumbline/core/verification/trust-policy';
import {
  type AllowedSigner,
  parseAllowedSigners,
  type ParsedAllowedSigners,
} from '@plumbline/formats/ssh-signature/allowed-signers';
import type { SshSignature } from '@plumbline/formats/ssh-signature/ssh-signature';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { sshFingerprint } from '../../platform/keys/ssh-fingerprint.ts';
import { readPublicKey } from '../../platform/keys/read-public-key.ts';
import { sshSignatureFault } from '../../platform/keys/ssh-signature-fault.ts';
import { contentNeeded } from '../keys/check-raw-signature.ts';
import { refusedCheck, undecidedCheck } from '../refused-check.ts';

/**
 * Whether an SSH signature over a file is good and of an allowed signer. `valid-after` and `valid-before` are handed on to the
 * judgement of periods, as the time of an SSH signature is not proved.
 */
export async function checkSshSignature(
  signature: SshSignature,
  signer: SshSigner,
  { content, sha256 }: Artifact,
): Promise<SignatureCheck> {
  if (content === null) return undecidedCheck('signature', contentNeeded);
  const check = await checkSshMessage(signature, signer, { namespace: signer.namespace, content });
  if (check.outcome !== 'valid') return check;
  const about = { step: 'artifact', outcome: 'passed', because: `it is over this content, sha256:${sha256}` } as const;
  return { ...check, steps: [...check.steps, about] };
}

/** The same for any message and purpose. */
export async function checkSshMessage(
  signature: SshSignature,
  signer: SshSigner,
  { namespace, content }: { readonly namespace: string; readonly content: MessageSource },
): Promise<SignatureCheck> {
  if (signature.namespace !== namespace)
    return refusedCheck(
      'signature',
      `it was made for the namespace ${signature.namespace}, not for ${namespace}: a signature for one purpose says nothing for another`,
    );
  const allowed = allowedSigners(signer);
  if (allowed.state === 'failed') return refusedCheck('identity', `allowed signers: ${allowed.because}`);
  const lines = allowed.signers.filter((line) => isSameKey(line, signature));
  const line = lines.find(({ namespaces }) => namespaces === null || namespaces.includes(namespace));
  if (line === undefined)
    return refusedCheck(
      'identity',
      `the key that made it is not an allowed signer of ${signer.name} for this namespace`,
    );
  const key = keyOf(line);
  if (key === null) return refusedCheck('form', 'the key of the SSH signature is no point of its curve');
  const fault = await sshSignatureFault(signature, key, content);
  if (fault !== null) return refusedCheck('signature', fault);
  return {
    outcome: 'valid',
    steps: [{ step: 'signature', outcome: 'passed', because: `the SSH signature is of ${line.principals.join(', ')}` }],
    signer: { keyId: keyIdOf(key), issuer: null, subjects: line.principals, fingerprint: sshFingerprint(line.key) },
    signedAt: null,
    period: {
      validFrom: line.validAfter,
      validUntil: line.validBefore,
      revokedOn: null,
      revokedBecause: null,
    },
  };
}

const read = new WeakMap<SshSigner, ParsedAllowedSigners>();

/** Many signatures are held against one signer. */
function allowedSigners(signer: SshSigner): ParsedAllowedSigners {
  const known = read.get(signer) ?? parseAllowedSigners(signer.allowedSigners);
  read.set(signer, known);
  return known;
}

const keys = new WeakMap<AllowedSigner, KeyObject | null>();

function keyOf(line: AllowedSigner): KeyObject | null {
  const known = keys.get(line);
  if (known !== undefined) return known;
  const key = readPublicKey(line.key.spki);
  keys.set(line, key);
  return key;
}

const isSameKey = ({ key }: AllowedSigner, { publicKey }: SshSignature): boolean =>
  Buffer.compare(key.blob, publicKey.blob) === 0;
