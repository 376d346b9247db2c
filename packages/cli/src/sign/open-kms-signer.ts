// SPDX-License-Identifier: Apache-2.0
import { openAwsKmsSigner } from '@plumbline/adapters/signers/aws-kms/open-aws-kms-signer';
import { openAzureKeyVaultSigner } from '@plumbline/adapters/signers/azure-key-vault/open-azure-key-vault-signer';
import { openGoogleCloudKmsSigner } from '@plumbline/adapters/signers/google-cloud-kms/open-google-cloud-kms-signer';
import { PlumblineError } from '@plumbline/core/errors';
import type { Signer } from '@plumbline/core/signing/signer';

/** The services by the schemes that cosign and in-toto use. */
const services: ReadonlyMap<string, (uri: string) => Promise<Signer>> = new Map([
  ['awskms', openAwsKmsSigner],
  ['gcpkms', openGoogleCloudKmsSigner],
  ['azurekms', openAzureKeyVaultSigner],
]);

/** The signer of a key in a service that keeps keys. Throws `usage`, also when it must not be asked, and what opening it throws. */
export async function openKmsSigner(uri: string, offline: boolean): Promise<Signer> {
  if (offline) throw new PlumblineError('usage', 'a key in a service cannot sign with --offline');
  const open = services.get(uri.split('://', 1)[0] ?? '');
  if (open === undefined)
    throw new PlumblineError('usage', `--kms begins with ${[...services.keys()].map((one) => `${one}://`).join(', ')}`);
  return open(uri);
}
