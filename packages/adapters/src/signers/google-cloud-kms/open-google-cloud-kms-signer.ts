// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { KeyCustody, Signer } from '@plumbline/core/signing/signer';
import { callService } from '../../platform/clients/call-service.ts';
import { loadClient } from '../../platform/clients/load-client.ts';
import { createDigestSigner } from '../../platform/keys/create-digest-signer.ts';
import { readPublicKey } from '../../platform/keys/read-public-key.ts';
import type { GoogleCloudKmsModule, GoogleKeyVersion } from './google-cloud-kms-client.ts';
import { parseGoogleCloudKmsUri } from './parse-google-cloud-kms-uri.ts';

const place = 'Google Cloud KMS';

/**
 * The signer of a P-256 key version in Google Cloud KMS, with the application default credentials that Google's own client finds.
 * Needs cloudkms.cryptoKeyVersions.get, .viewPublicKey and .useToSign. `clientOptions` go to that client as they are. Throws
 * `usage`, `tool-missing`, `input-invalid`, `signing-failed`.
 */
export async function openGoogleCloudKmsSigner(uri: string, clientOptions: object = {}): Promise<Signer> {
  const name = parseGoogleCloudKmsUri(uri);
  if (name === null)
    throw new PlumblineError('usage', 'it names no version of a key in Google Cloud KMS', {
      next: '--kms gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K/cryptoKeyVersions/1',
    });
  const { KeyManagementServiceClient } = loadClient<GoogleCloudKmsModule>('@google-cloud/kms');
  const client = new KeyManagementServiceClient(clientOptions);
  const [version] = await callService(place, () => client.getCryptoKeyVersion({ name }));
  if (version.algorithm !== 'EC_SIGN_P256_SHA256' || version.state !== 'ENABLED')
    throw new PlumblineError('input-invalid', `only enabled keys of P-256 sign in ${place}`, {
      next: 'Name an enabled version of a key for EC_SIGN_P256_SHA256',
    });
  const [{ pem }] = await callService(place, () => client.getPublicKey({ name }));
  const publicKey = readPublicKey(Buffer.from(pem ?? ''));
  if (publicKey === null) throw new PlumblineError('signing-failed', `${place} gave a public key that cannot be read`);
  return createDigestSigner({
    place,
    publicKey,
    custody: googleCustody(name, version),
    signDigest: async (digest) => {
      const [{ signature }] = await callService(place, () =>
        client.asymmetricSign({ name, digest: { sha256: digest } }),
      );
      return typeof signature === 'string' ? Buffer.from(signature, 'base64') : (signature ?? new Uint8Array());
    },
  });
}

/** By CryptoKeyVersion.protectionLevel. */
const protections: ReadonlyMap<string, 'hardware' | 'software' | 'external'> = new Map([
  ['SOFTWARE', 'software'],
  ['HSM', 'hardware'],
  ['HSM_SINGLE_TENANT', 'hardware'],
  ['EXTERNAL', 'external'],
  ['EXTERNAL_VPC', 'external'],
]);

export function googleCustody(key: string, { protectionLevel, importJob }: GoogleKeyVersion): KeyCustody {
  const protection = protections.get(protectionLevel ?? '') ?? null;
  const imported = importJob !== undefined && importJob !== null && importJob !== '';
  const origin = imported ? 'imported' : protection === 'external' || protection === null ? null : 'generated';
  return { kind: 'cloud', service: 'google-cloud-kms', key, protection, origin };
}
