// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '@plumbline/core/collecting/collector';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { Unread } from '@plumbline/core/facts/unread';

/** A snapshot that notes which files could not be read when they were asked for, and which folders never could. */
export function notingUnread(snapshot: RepositorySnapshot): {
  readonly repository: RepositorySnapshot;
  readonly unread: readonly Unread[];
} {
  const unread: Unread[] = (snapshot.skipped ?? [])
    .filter(({ folder }) => folder === true)
    .map(({ path, because }) => ({ path, because }));
  const repository: RepositorySnapshot = {
    ...snapshot,
    read: (paths, visit, options) =>
      snapshot.read(
        paths,
        (path, content) => {
          if (content.state === 'unread') unread.push({ path, because: content.because });
          visit(path, content);
        },
        options,
      ),
  };
  return { repository, unread };
}

/**
 * Absent means that we looked everywhere (DESIGN §2.3): a collector of one kind that found nothing, but could not read a
 * file that it wanted to look into, has not. A collector of several kinds says itself which of them a file would hold.
 */
export function sureOfAbsence(stated: readonly Collected[], unread: readonly Unread[]): readonly Collected[] {
  const [only] = stated;
  const [first, ...rest] = unread;
  if (stated.length !== 1 || only?.state !== 'absent' || first === undefined) return stated;
  const others = rest.length === 0 ? '' : ` (and ${rest.length} more files)`;
  return [
    {
      kind: only.kind,
      state: 'unavailable',
      location: first.path,
      because: `${first.path}: ${first.because}${others}`,
      resolve: `Make ${first.path} readable`,
    } as Collected,
  ];
}
