// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { KeyCustody, Signer } from '@plumbline/core/signing/signer';
import { callService } from '../../platform/clients/call-service.ts';
import { loadClient } from '../../platform/clients/load-client.ts';
import { createDigestSigner } from '../../platform/keys/create-digest-signer.ts';
import { readPublicKey } from '../../platform/keys/read-public-key.ts';
import type { AwsKeyMetadata, AwsKmsModule } from './aws-kms-client.ts';
import { parseAwsKmsUri } from './parse-aws-kms-uri.ts';

const place = 'AWS KMS';

/**
 * The signer of a P-256 key in AWS KMS, with the credentials that AWS's own client finds. Needs kms:GetPublicKey and kms:Sign;
 * with kms:DescribeKey it is known how the key is protected. Throws `usage`, `tool-missing`, `input-invalid`, `signing-failed`.
 */
export async function openAwsKmsSigner(uri: string): Promise<Signer> {
  const named = parseAwsKmsUri(uri);
  if (named === null)
    throw new PlumblineError('usage', 'it names no key of AWS KMS', {
      next: '--kms awskms:///arn:aws:kms:REGION:ACCOUNT:key/ID',
    });
  const kms = loadClient<AwsKmsModule>('@aws-sdk/client-kms');
  const client = new kms.KMSClient({
    ...(named.region === null ? {} : { region: named.region }),
    ...(named.endpoint === null ? {} : { endpoint: named.endpoint }),
  });
  const found = await callService(place, () => client.send(new kms.GetPublicKeyCommand({ KeyId: named.key })));
  const publicKey = found.PublicKey === undefined ? null : readPublicKey(found.PublicKey);
  if (publicKey === null || found.SigningAlgorithms?.includes('ECDSA_SHA_256') !== true)
    throw new PlumblineError('input-invalid', `only keys of P-256 sign in ${place}`, {
      next: 'Name a key of the specification ECC_NIST_P256 for SIGN_VERIFY',
    });
  // An alias may be moved to another key between two calls: the key itself is asked from here on.
  const KeyId = found.KeyId ?? named.key;
  // Without the right to describe the key, nothing is known of its protection; it signs all the same.
  const described = await client.send(new kms.DescribeKeyCommand({ KeyId })).catch(() => null);
  const metadata = described?.KeyMetadata ?? {};
  const input = { KeyId, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' } as const;
  return createDigestSigner({
    place,
    publicKey,
    custody: awsCustody(metadata.Arn ?? KeyId, metadata),
    signDigest: async (digest) => {
      const signed = await callService(place, () => client.send(new kms.SignCommand({ ...input, Message: digest })));
      return signed.Signature ?? new Uint8Array();
    },
  });
}

type Protection = Pick<Extract<KeyCustody, { readonly kind: 'cloud' }>, 'protection' | 'origin'>;

/** By KeyMetadata.Origin. AWS keeps every key but those of external stores in its own hardware. */
const byOrigin: ReadonlyMap<string, Protection> = new Map<string, Protection>([
  ['AWS_KMS', { protection: 'hardware', origin: 'generated' }],
  ['AWS_CLOUDHSM', { protection: 'hardware', origin: 'generated' }],
  ['EXTERNAL', { protection: 'hardware', origin: 'imported' }],
  ['EXTERNAL_KEY_STORE', { protection: 'external', origin: null }],
]);

export function awsCustody(key: string, { Origin = '' }: AwsKeyMetadata): KeyCustody {
  const protection = byOrigin.get(Origin) ?? { protection: null, origin: null };
  return { kind: 'cloud', service: 'aws-kms', key, ...protection };
}
