// SPDX-License-Identifier: Apache-2.0
import type { ReleaseEntry } from '@plumbline/core/facts/records/releases-record';

/** A release of which everything is kept, with a drill that passed. */
export function aRelease(entry: Partial<ReleaseEntry> = {}): ReleaseEntry {
  return {
    version: '1.2.0',
    releasedOn: '2026-05-01',
    supportedUntil: null,
    archive: {
      source: 's3://archive/1.2.0/source.tar.gz',
      artifacts: 's3://archive/1.2.0/dist',
      sbom: 's3://archive/1.2.0/sbom.json',
      provenance: 's3://archive/1.2.0/provenance.json',
      reports: 's3://archive/1.2.0/reports',
    },
    retainUntil: '2031-05-01',
    drills: [{ on: '2026-05-15', passed: true }],
    scannedOn: '2026-06-20',
    checksums: [`sha256:${'4'.repeat(64)}`],
    ...entry,
  };
}
