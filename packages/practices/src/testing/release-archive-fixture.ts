// SPDX-License-Identifier: Apache-2.0
import type { KeptRelease, ReleaseArchive, ReleaseDrill } from '@plumbline/core/facts/release-archive';
import { fixtureCommit } from './imported-fixtures.ts';

/** A drill that restored a release and verified it. */
export function aDrill(drill: Partial<ReleaseDrill> = {}): ReleaseDrill {
  return { on: '2026-06-01', restored: true, verified: 'verified', faults: [], ...drill };
}

/** A release that is kept whole, and was restored. */
export function aKeptRelease(release: Partial<KeptRelease> = {}): KeptRelease {
  return {
    name: 'v1.2.0',
    tag: 'v1.2.0',
    commit: fixtureCommit,
    archive: 's3://archive/product',
    archivedOn: '2026-05-02',
    retainUntil: '2031-05-01',
    roles: ['artifact', 'gate-result', 'provenance', 'sbom', 'source'],
    drill: aDrill(),
    ...release,
  };
}

export function releaseArchive(...releases: readonly Partial<KeptRelease>[]): ReleaseArchive {
  return { releases: (releases.length === 0 ? [{}] : releases).map((release) => aKeptRelease(release)) };
}
