// SPDX-License-Identifier: Apache-2.0
import type { ReleaseArtifacts } from '@plumbline/core/facts/release-artifacts';

type Artifact = ReleaseArtifacts['artifacts'][number];

/** A release of two archives that have everything a release should have. */
export function releaseArtifacts(...parts: readonly Partial<Artifact>[]): ReleaseArtifacts {
  const artifact: Artifact = {
    name: 'product-1.2.0.tar.gz',
    checksum: true,
    signature: true,
    signatureVerifies: true,
    sbom: true,
    provenance: true,
    provenanceVerifies: true,
    hardened: null,
  };
  const given = parts.length === 0 ? [{}, { name: 'product-1.2.0.zip' }] : parts;
  return { release: 'v1.2.0', artifacts: given.map((part) => ({ ...artifact, ...part })), rebuiltIdentically: null };
}
