// SPDX-License-Identifier: Apache-2.0

type Command<T> = { readonly input: object; readonly output?: T };
type KeyInput = { readonly KeyId: string };

export type AwsPublicKey = {
  readonly KeyId?: string;
  readonly PublicKey?: Uint8Array;
  readonly SigningAlgorithms?: readonly string[];
};
export type AwsKeyMetadata = { readonly Arn?: string; readonly Origin?: string };

/** As much of @aws-sdk/client-kms (3) as is used. */
export type AwsKmsModule = {
  readonly KMSClient: new (options: { readonly region?: string; readonly endpoint?: string }) => {
    readonly send: <T>(command: Command<T>) => Promise<T>;
  };
  readonly GetPublicKeyCommand: new (input: KeyInput) => Command<AwsPublicKey>;
  readonly DescribeKeyCommand: new (input: KeyInput) => Command<{ readonly KeyMetadata?: AwsKeyMetadata }>;
  readonly SignCommand: new (
    input: KeyInput & {
      readonly Message: Uint8Array;
      readonly MessageType: 'DIGEST';
      readonly SigningAlgorithm: 'ECDSA_SHA_256';
    },
  ) => Command<{ readonly Signature?: Uint8Array }>;
};
