// SPDX-License-Identifier: Apache-2.0
import type { S3Client } from './s3-client.ts';

/** Where an object goes, and what is asked for it. */
export type ObjectPlace = {
  readonly client: S3Client;
  readonly key: string;
  readonly headers: { readonly [name: string]: string };
};
