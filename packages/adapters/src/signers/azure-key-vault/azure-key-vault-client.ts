// SPDX-License-Identifier: Apache-2.0

/** Finds the credentials of whoever calls. */
export type AzureCredential = object;

export type AzureKey = {
  /** With the version that signs. */
  readonly id?: string;
  readonly keyType?: string;
  readonly key?: { readonly crv?: string; readonly x?: Uint8Array; readonly y?: Uint8Array };
  readonly properties?: { readonly enabled?: boolean; readonly exportable?: boolean };
};

/** As much of @azure/keyvault-keys (4) as is used. */
export type AzureKeysModule = {
  readonly KeyClient: new (
    vault: string,
    credential: AzureCredential,
    options: object,
  ) => {
    readonly getKey: (name: string, options: { readonly version?: string }) => Promise<AzureKey>;
  };
  readonly CryptographyClient: new (
    key: string,
    credential: AzureCredential,
    options: object,
  ) => {
    readonly sign: (algorithm: 'ES256', digest: Uint8Array) => Promise<{ readonly result?: Uint8Array }>;
  };
};

/** As much of @azure/identity (4) as is used. */
export type AzureIdentityModule = { readonly DefaultAzureCredential: new () => AzureCredential };
