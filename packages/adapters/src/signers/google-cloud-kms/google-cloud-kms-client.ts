// SPDX-License-Identifier: Apache-2.0

/** Enumerations come as names. */
export type GoogleKeyVersion = {
  readonly state?: string | null;
  readonly algorithm?: string | null;
  readonly protectionLevel?: string | null;
  readonly importJob?: string | null;
};

/** As much of @google-cloud/kms (5) as is used. */
export type GoogleCloudKmsModule = {
  readonly KeyManagementServiceClient: new (options: object) => {
    readonly getCryptoKeyVersion: (request: {
      readonly name: string;
    }) => Promise<readonly [GoogleKeyVersion, ...unknown[]]>;
    readonly getPublicKey: (request: {
      readonly name: string;
    }) => Promise<readonly [{ readonly pem?: string | null }, ...unknown[]]>;
    readonly asymmetricSign: (request: {
      readonly name: string;
      readonly digest: { readonly sha256: Uint8Array };
    }) => Promise<readonly [{ readonly signature?: Uint8Array | string | null }, ...unknown[]]>;
    readonly close: () => Promise<void>;
  };
};
