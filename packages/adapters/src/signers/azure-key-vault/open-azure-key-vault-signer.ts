// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, type KeyObject } from 'node:crypto';
import { PlumblineError } from '@plumbline/core/errors';
import type { KeyCustody, Signer } from '@plumbline/core/signing/signer';
import { callService } from '../../platform/clients/call-service.ts';
import { loadClient } from '../../platform/clients/load-client.ts';
import { createDigestSigner } from '../../platform/keys/create-digest-signer.ts';
import type { AzureCredential, AzureIdentityModule, AzureKey, AzureKeysModule } from './azure-key-vault-client.ts';
import { derSignature } from './der-signature.ts';
import { type AzureKeyVaultKey, parseAzureKeyVaultUri } from './parse-azure-key-vault-uri.ts';

const place = 'Azure Key Vault';

/** What a test puts in the place of Azure's sign-in and defaults. */
export type AzureClientSettings = { readonly credential: AzureCredential; readonly options: object };

/**
 * The signer of a P-256 key in a vault or managed HSM of Azure, with the credentials that Azure's own client finds. Needs the
 * rights to get the key and to sign with it. Throws `usage`, `tool-missing`, `input-invalid`, `signing-failed`.
 */
export async function openAzureKeyVaultSigner(uri: string, settings?: AzureClientSettings): Promise<Signer> {
  const named = parseAzureKeyVaultUri(uri);
  if (named === null)
    throw new PlumblineError('usage', 'it names no key of an Azure Key Vault', {
      next: '--kms azurekms://VAULT.vault.azure.net/KEY/VERSION',
    });
  const { KeyClient, CryptographyClient } = loadClient<AzureKeysModule>('@azure/keyvault-keys');
  const { credential, options } = settings ?? { credential: defaultCredential(), options: {} };
  const client = new KeyClient(named.vault, credential, options);
  const key = await callService(place, () =>
    client.getKey(named.name, named.version === null ? {} : { version: named.version }),
  );
  const publicKey = publicKeyOf(key);
  const { id } = key;
  if (publicKey === null || id === undefined || key.properties?.enabled === false)
    throw new PlumblineError('input-invalid', `only enabled keys of P-256 sign in ${place}`, {
      next: 'Name an enabled key of the type EC or EC-HSM with the curve P-256',
    });
  if (!isNamed(id, named))
    throw new PlumblineError('signing-failed', `${place} answers with another key than the one that was named`);
  return createDigestSigner({
    place,
    publicKey,
    custody: azureCustody(id, key),
    signDigest: async (digest) => {
      const signer = new CryptographyClient(id, credential, options);
      const { result } = await callService(place, () => signer.sign('ES256', digest));
      return derSignature(result ?? new Uint8Array());
    },
  });
}

const defaultCredential = (): AzureCredential =>
  new (loadClient<AzureIdentityModule>('@azure/identity').DefaultAzureCredential)();

/** The id is an address, to which the credentials go when it signs. */
function isNamed(id: string, { vault, name, version }: AzureKeyVaultKey): boolean {
  const [address, wanted] = [id.toLowerCase(), `${vault}/keys/${name}/`.toLowerCase()];
  return address.startsWith(wanted) && (version === null || address === `${wanted}${version}`);
}

/** Null for a key of another kind, or one that is not on its curve. */
function publicKeyOf({ key = {} }: AzureKey): KeyObject | null {
  const { crv, x, y } = key;
  if (crv !== 'P-256' || x === undefined || y === undefined) return null;
  const jwk = { kty: 'EC', crv, x: Buffer.from(x).toString('base64url'), y: Buffer.from(y).toString('base64url') };
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return null;
  }
}

/** By JsonWebKey.kty. Azure does not say whether a key was made there or brought, only whether it may be taken out. */
export function azureCustody(key: string, { keyType, properties }: AzureKey): KeyCustody {
  const protection = keyType === 'EC-HSM' ? 'hardware' : keyType === 'EC' ? 'software' : null;
  const exportable = properties?.exportable;
  const allowed = exportable === undefined ? {} : { exportable };
  return { kind: 'cloud', service: 'azure-key-vault', key, protection, origin: null, ...allowed };
}
