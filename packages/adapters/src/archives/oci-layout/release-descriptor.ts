// SPDX-License-Identifier: Apache-2.0
import type { ArchivedObject } from '@plumbline/core/archive/archive-entry';
import type { EntryToKeep } from '@plumbline/core/archive/archive-store';
import { canonicalJson } from '@plumbline/core/canonical-json';
import { isObject } from '@plumbline/formats/json/json-fields';
import { strictJsonValue } from '@plumbline/formats/json/strict-json-value';
import { type Descriptor, digestOfText, emptyConfig, isDigest, manifestType, titleKey } from './descriptor.ts';
import { parseReferrers, type Referrer, referrersOf } from './referrers.ts';

export const artifactType = 'application/vnd.plumbline.release.v1+json';
const entryKey = 'org.plumbline.archive.entry';
const referrersKey = 'org.plumbline.archive.referrers';
const nameKey = 'org.opencontainers.image.ref.name';

/** A release as OCI manifests: its own, and those about it. */
export type OciRelease = {
  /** What index.json says of it; the entry of the archive and the descriptors of its referrers are annotations. */
  readonly descriptor: Descriptor;
  readonly manifest: string;
  readonly referrers: readonly Referrer[];
};

export function ociRelease({ name, text, objects }: EntryToKeep): OciRelease {
  const manifest = imageManifest(objects);
  const bare = { mediaType: manifestType, digest: digestOfText(manifest), size: Buffer.byteLength(manifest) };
  const referrers = referrersOf(bare, objects);
  const listed =
    referrers.length === 0 ? {} : { [referrersKey]: canonicalJson(referrers.map(({ descriptor }) => descriptor)) };
  const annotations = { [nameKey]: name, [entryKey]: text, ...listed };
  return { descriptor: { ...bare, artifactType, annotations }, manifest, referrers };
}

/** Each file is a layer under its name. */
function imageManifest(objects: readonly ArchivedObject[]): string {
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

export type ParsedDescriptor = {
  readonly name: string;
  readonly entry: string;
  /** The OCI manifest of the release first, then its referrers. */
  readonly manifests: readonly [Descriptor, ...Descriptor[]];
};

/** A descriptor of a release with its entry, from a file that `canonicalJson` wrote; null when it is none. */
export function parseDescriptor(bytes: Uint8Array): ParsedDescriptor | null {
  const value = strictJsonValue(bytes);
  if (!isObject(value) || !isObject(value['annotations'])) return null;
  const { digest, size } = value;
  const { [nameKey]: name, [entryKey]: entry, [referrersKey]: listed } = value['annotations'];
  if (typeof name !== 'string' || typeof entry !== 'string' || typeof size !== 'number' || !isDigest(digest))
    return null;
  if (listed !== undefined && typeof listed !== 'string') return null;
  const referrers = listed === undefined ? [] : parseReferrers(listed);
  if (referrers === null) return null;
  const annotations = {
    [nameKey]: name,
    [entryKey]: entry,
    ...(listed === undefined ? {} : { [referrersKey]: listed }),
  };
  const again: Descriptor = { mediaType: manifestType, digest, size, artifactType, annotations };
  if (!Buffer.from(bytes).equals(Buffer.from(canonicalJson(again)))) return null;
  return { name, entry, manifests: [again, ...referrers] };
}
