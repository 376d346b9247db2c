// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { ArchivedObject } from '@plumbline/core/archive/archive-entry';
import type { EntryToKeep } from '@plumbline/core/archive/archive-store';
import { canonicalJson } from '@plumbline/core/canonical-json';
import type { Digest } from '@plumbline/core/digest';
import { isObject } from '@plumbline/formats/json/json-fields';
import { parseStrictJson } from '@plumbline/formats/json/parse-json';

/** OCI image specification 1.1, descriptor.md. */
export type Descriptor = {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly artifactType?: string;
  readonly annotations?: { readonly [key: string]: string };
};

export const artifactType = 'application/vnd.plumbline.release.v1+json';
const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const entryKey = 'org.plumbline.archive.entry';
const nameKey = 'org.opencontainers.image.ref.name';
const titleKey = 'org.opencontainers.image.title';

/** The empty configuration of manifest.md, "Guidance for an empty descriptor". */
export const emptyBlob = '{}';
export const emptyConfig: Descriptor = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: digestOfText(emptyBlob),
  size: emptyBlob.length,
};

/** The OCI manifest of a release: each file is a layer under its name. */
export function imageManifest(objects: readonly ArchivedObject[]): string {
  return canonicalJson({
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType,
    config: emptyConfig,
    layers: objects.map(({ name, digest, size }, at) => ({
      mediaType: at === 0 ? artifactType : 'application/octet-stream',
      digest,
      size,
      annotations: { [titleKey]: name },
    })),
  });
}

/** What index.json says of a release: its OCI manifest, and the entry of the archive as an annotation. */
export function releaseDescriptor({ name, text, objects }: EntryToKeep): Descriptor {
  const manifest = imageManifest(objects);
  return {
    mediaType: manifestType,
    digest: digestOfText(manifest),
    size: Buffer.byteLength(manifest),
    artifactType,
    annotations: { [nameKey]: name, [entryKey]: text },
  };
}

/** A descriptor of a release with its entry, from a file that `canonicalJson` wrote; null when it is none. */
export function parseDescriptor(
  bytes: Uint8Array,
): { readonly digest: Digest; readonly name: string; readonly entry: string } | null {
  const parsed = parseStrictJson(bytes);
  const [value] = parsed.state === 'parsed' ? parsed.values : [];
  if (!isObject(value) || !isObject(value['annotations'])) return null;
  const { digest, size } = value;
  const { [nameKey]: name, [entryKey]: entry } = value['annotations'];
  if (typeof name !== 'string' || typeof entry !== 'string' || typeof size !== 'number') return null;
  if (typeof digest !== 'string' || !isDigest(digest)) return null;
  const again: Descriptor = {
    mediaType: manifestType,
    digest,
    size,
    artifactType,
    annotations: { [nameKey]: name, [entryKey]: entry },
  };
  return Buffer.from(bytes).equals(Buffer.from(canonicalJson(again))) ? { digest, name, entry } : null;
}

function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/u.test(text);
}

export function digestOfText(text: string): Digest {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
