// SPDX-License-Identifier: Apache-2.0
import { compareText } from '../compare-text.ts';
import { samePackage } from '../vulnerabilities/package-key.ts';
import { mergeOf } from './merge-of.ts';
import { bucketsOf, neighbours, type Pair, type StateTrack } from './pair.ts';

/**
 * Results about one vulnerability, whatever id they call it by, in one package and version. A tool that names no version or no
 * manifest says nothing against it; two that name different ones do.
 */
export function* componentPairs(tracks: readonly StateTrack[]): Generator<Pair> {
  const buckets = bucketsOf(tracks, ({ anchor: { vulnerabilities, names } }) =>
    vulnerabilities.flatMap((id) => names.map((name) => `${id}\n${name}`)),
  );
  for (const bucket of buckets.values()) {
    if (bucket.length < 2) continue;
    const ordered = [...bucket].sort(byVersionAndPath);
    for (const [a, b] of neighbours(ordered)) {
      if (!isOneComponent(a, b)) continue;
      const [id = ''] = a.anchor.vulnerabilities;
      const why = `${id} in ${a.anchor.subject}${a.anchor.version === null ? '' : ` ${a.anchor.version}`}`;
      const named = [a.anchor.path === b.anchor.path, a.anchor.version === b.anchor.version];
      const strength = named.filter(Boolean).length;
      yield {
        a,
        b,
        strength,
        distance: 0,
        merge: () => mergeOf('vulnerability', a, b, why),
      };
    }
  }
}

function isOneComponent({ anchor: a }: StateTrack, { anchor: b }: StateTrack): boolean {
  const keys = [a, b].map(({ subject, names }) => ({ purl: subject.startsWith('pkg:') ? subject : null, names }));
  const [left, right] = keys;
  if (left === undefined || right === undefined || !samePackage(left, right)) return false;
  if (a.version !== null && b.version !== null && a.version !== b.version) return false;
  return a.path === null || b.path === null || folderOf(a.path) === folderOf(b.path);
}

/** Manifest and lockfile of one project lie in one folder; some tools name the one, some the other. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

const byVersionAndPath = ({ anchor: a }: StateTrack, { anchor: b }: StateTrack): number =>
  compareText(a.version ?? '', b.version ?? '') ||
  compareText(a.path ?? '', b.path ?? '') ||
  compareText(a.tool, b.tool);
