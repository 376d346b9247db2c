// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { Digest } from '@plumbline/core/digest';

/** OCI image specification 1.1, descriptor.md. */
export type Descriptor = {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly artifactType?: string;
  readonly annotations?: { readonly [key: string]: string };
};

export const manifestType = 'application/vnd.oci.image.manifest.v1+json';
export const titleKey = 'org.opencontainers.image.title';

export function digestOfText(text: string): Digest {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

export function isDigest(text: unknown): text is Digest {
  return typeof text === 'string' && /^sha256:[0-9a-f]{64}$/u.test(text);
}

/** The empty configuration of manifest.md, "Guidance for an empty descriptor". */
export const emptyBlob = '{}';
export const emptyConfig: Descriptor = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: digestOfText(emptyBlob),
  size: emptyBlob.length,
};
