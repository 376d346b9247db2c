// SPDX-License-Identifier: Apache-2.0
import type { ReleaseEntry } from '@plumbline/core/facts/records/releases-record';

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
