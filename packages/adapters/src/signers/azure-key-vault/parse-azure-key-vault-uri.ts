// SPDX-License-Identifier: Apache-2.0
/** A key as `azurekms://VAULT/KEY[/VERSION]` names it; without a version the newest one signs. */
export type AzureKeyVaultKey = { readonly vault: string; readonly name: string; readonly version: string | null };

const uri = /^azurekms:\/\/([A-Za-z0-9.-]{1,253}(?::\d{1,5})?)\/([A-Za-z0-9-]{1,127})(?:\/([0-9a-f]{32}))?$/u;

/** Null when the URI names no key of a vault. */
export function parseAzureKeyVaultUri(text: string): AzureKeyVaultKey | null {
  const [, host, name, version = null] = uri.exec(text) ?? [];
  return host === undefined || name === undefined ? null : { vault: `https://${host}`, name, version };
}
