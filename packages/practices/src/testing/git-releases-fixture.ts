// SPDX-License-Identifier: Apache-2.0
import type { GitReleases, ReleaseTag } from '@plumbline/core/facts/git-releases';

export function aReleaseTag(name: string, tag: Partial<ReleaseTag> = {}): ReleaseTag {
  return {
    name,
    createdAt: '2026-05-01T10:00:00Z',
    commit: '1'.repeat(40),
    annotated: true,
    signature: 'openpgp',
    ...tag,
  };
}

export function gitReleases(...latest: readonly ReleaseTag[]): GitReleases {
  return { tags: latest.length, latest, leftOut: [] };
}
