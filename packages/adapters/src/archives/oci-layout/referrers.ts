// SPDX-License-Identifier: Apache-2.0
import type { ObjectToKeep } from '@plumbline/core/archive/archive-store';
import { canonicalJson } from '@plumbline/core/canonical-json';
import type { ReleaseRole } from '@plumbline/core/release/release-manifest';
import { isObject } from '@plumbline/formats/json/json-fields';
import type { JsonValue } from '@plumbline/formats/json/json-value';
import { strictJsonValue } from '@plumbline/formats/json/strict-json-value';
import { type Descriptor, digestOfText, emptyConfig, isDigest, manifestType, titleKey } from './descriptor.ts';

/** An OCI manifest about a release, which tools list as its referrer. */
export type Referrer = { readonly descriptor: Descriptor; readonly manifest: string };

/** What a file about a release is called elsewhere: the first ending that fits, else what its role says. */
const typesByEnding: readonly (readonly [ending: string, type: string])[] = [
  ['.sigstore.json', 'application/vnd.dev.sigstore.bundle.v0.3+json'],
  ['.sigstore', 'application/vnd.dev.sigstore.bundle.v0.3+json'],
  ['.dsse.json', 'application/vnd.dsse.envelope.v1+json'],
  ['.intoto.jsonl', 'application/vnd.in-toto+json'],
  ['.intoto.json', 'application/vnd.in-toto+json'],
  ['.cdx.json', 'application/vnd.cyclonedx+json'],
  ['.cdx.xml', 'application/vnd.cyclonedx+xml'],
  ['.spdx.json', 'application/spdx+json'],
  ['.spdx', 'text/spdx'],
];
const typeByRole: { readonly [R in ReleaseRole]?: string } = {
  sbom: 'application/vnd.plumbline.sbom',
  provenance: 'application/vnd.plumbline.provenance',
  signature: 'application/vnd.plumbline.signature',
};

/** Signatures, provenance and bills of materials as manifests of their own with the release as subject (image-spec 1.1, manifest.md). */
export function referrersOf(
  { mediaType, digest, size }: Descriptor,
  objects: readonly ObjectToKeep[],
): readonly Referrer[] {
  return objects.flatMap((object) => {
    const ofRole = object.role === undefined ? undefined : typeByRole[object.role];
    if (ofRole === undefined) return [];
    const artifactType = typesByEnding.find(([ending]) => object.name.endsWith(ending))?.[1] ?? ofRole;
    const annotations = { [titleKey]: object.name };
    const layer = { mediaType: artifactType, digest: object.digest, size: object.size, annotations };
    const manifest = canonicalJson({
      schemaVersion: 2,
      mediaType: manifestType,
      artifactType,
      config: emptyConfig,
      layers: [layer],
      subject: { mediaType, digest, size },
    });
    const descriptor = {
      mediaType: manifestType,
      digest: digestOfText(manifest),
      size: Buffer.byteLength(manifest),
      artifactType,
      annotations,
    };
    return [{ descriptor, manifest }];
  });
}

/** Descriptors of referrers from the text that `canonicalJson` made of them; null when it is another. */
export function parseReferrers(text: string): readonly Descriptor[] | null {
  const value = strictJsonValue(Buffer.from(text));
  if (!Array.isArray(value)) return null;
  const descriptors = value.flatMap((one: JsonValue) => descriptorIn(one) ?? []);
  return canonicalJson(descriptors) === text ? descriptors : null;
}

function descriptorIn(value: JsonValue): Descriptor | null {
  if (!isObject(value) || !isObject(value['annotations'])) return null;
  const { digest, size, artifactType } = value;
  const title = value['annotations'][titleKey];
  if (typeof size !== 'number' || typeof artifactType !== 'string' || typeof title !== 'string' || !isDigest(digest))
    return null;
  return { mediaType: manifestType, digest, size, artifactType, annotations: { [titleKey]: title } };
}
