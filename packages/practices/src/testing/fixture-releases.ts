// SPDX-License-Identifier: Apache-2.0
import type { ReleaseEntry } from '@plumbline/core/facts/records/releases-record';
import type { ReleaseArtifacts } from '@plumbline/core/facts/release-artifacts';

type Artifact = ReleaseArtifacts['artifacts'][number];

/** One published binary with all that belongs to it; fixtures vary it. */
export function aRelease(artifact: Partial<Artifact> = {}, release: Partial<ReleaseArtifacts> = {}): ReleaseArtifacts {
  const binary: Artifact = {
    name: 'product-linux-amd64',
    checksum: true,
    signature: true,
    signatureVerifies: true,
    sbom: true,
    provenance: true,
    provenanceVerifies: true,
    hardened: true,
    ...artifact,
  };
  return { release: 'v1.2.0', artifacts: [binary], rebuiltIdentically: true, ...release };
}

/** A supported release that was analysed again ten days before the fixtures' day. */
export function aReleaseEntry(entry: Partial<ReleaseEntry> = {}): ReleaseEntry {
  return {
    version: '1.2.0',
    releasedOn: '2026-01-10',
    supportedUntil: '2027-01-10',
    archive: { source: null, artifacts: null, sbom: null, provenance: null, reports: null },
    retainUntil: null,
    drills: [],
    scannedOn: '2026-06-20',
    checksums: [],
    ...entry,
  };
}
