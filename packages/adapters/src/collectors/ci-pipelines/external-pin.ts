// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse } from '@plumbline/core/facts/ci-pipelines';

const hash = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;

/** How a git ref is pinned: only a full hash is a commit; what begins like a version is a tag, all else a branch. */
export function pinOfRef(ref: string | undefined): ExternalUse['pinnedBy'] {
  if (ref === undefined || ref === '') return 'none';
  if (hash.test(ref)) return 'commit';
  return /^(?:refs\/tags\/.*|[\w./-]*?v?\d+(?:\.\d+)*(?:[-+][\w.]+)?)$/.test(ref) &&
    !/^(?:release|releases|branch|stable)\//.test(ref)
    ? 'tag'
    : 'branch';
}

/** How a container image is pinned: by digest, by tag, or not at all. */
export function pinOfImage(image: string): ExternalUse['pinnedBy'] {
  if (/@sha256:[0-9a-f]{64}/i.test(image)) return 'digest';
  const last = image.slice(image.lastIndexOf('/') + 1);
  return last.includes(':') ? 'tag' : 'none';
}

/** Uses without repeats, in order of their lines. */
export function uniqueUses(uses: readonly ExternalUse[]): readonly ExternalUse[] {
  const unique = new Map(uses.map((use) => [`${use.line} ${use.kind} ${use.reference}`, use]));
  return [...unique.values()].sort((a, b) => a.line - b.line);
}
