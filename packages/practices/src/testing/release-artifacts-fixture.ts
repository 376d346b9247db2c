// SPDX-License-Identifier: Apache-2.0
import type { PublishedArtifact, ReleaseArtifacts, ReleaseProof } from '@plumbline/core/facts/release-artifacts';
import { fixtureCommit } from './imported-fixtures.ts';

/** What a verification showed, as it should be. */
export function aProof(proof: Partial<ReleaseProof> = {}): ReleaseProof {
  return { verifies: true, on: '2026-05-02', because: 'signed by the release key', ...proof };
}

/** An artifact that has everything that it should have. */
export function anArtifact(part: Partial<PublishedArtifact> = {}): PublishedArtifact {
  const name = part.name ?? 'product-1.2.0.tar.gz';
  return {
    name,
    sha256: '3'.repeat(64),
    checksums: ['SHA256SUMS'],
    wrongChecksums: [],
    signatures: [`${name}.sigstore.json`],
    sboms: ['product.cdx.json'],
    provenance: ['provenance.intoto.json'],
    binaries: [{ path: 'bin/product', format: 'elf', hardened: true, protections: { pie: 'present' } }],
    signatureProof: aProof(),
    provenanceProof: aProof({ because: 'built from the expected source' }),
    isolatedBuildOn: '2026-05-01',
    rebuiltIdentically: true,
    ...part,
  };
}

/** A release of two archives that have everything a release should have. */
export function releaseArtifacts(...parts: readonly Partial<PublishedArtifact>[]): ReleaseArtifacts {
  const given = parts.length === 0 ? [{}, { name: 'product-1.2.0.zip' }] : parts;
  return {
    release: 'v1.2.0',
    commit: fixtureCommit,
    artifacts: given.map((part) => anArtifact(part)),
    documents: { scans: [], sboms: [], statements: [], tests: [] },
  };
}
