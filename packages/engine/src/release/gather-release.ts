// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@plumbline/core/canonical-json';
import { PlumblineError } from '@plumbline/core/errors';
import type { ReleaseManifest, ReleasePart } from '@plumbline/core/release/release-manifest';
import { foldedName, partNameFault } from './part-name-fault.ts';

/** Of one release. */
export const partsMax = 10_000;

/** The manifest of a release, with its parts in order. Throws `usage` for names that are no names, or given twice. */
export function gatherRelease(about: Omit<ReleaseManifest, 'schemaVersion'>): ReleaseManifest {
  checkPartNames(about.parts.map(({ name }) => name));
  if (!about.parts.some(({ role }) => role === 'artifact'))
    throw new PlumblineError('usage', 'a release has at least one artifact', { next: 'Name it with --artifact FILE' });
  return { schemaVersion: '1.0', ...about, parts: about.parts.toSorted(byName) };
}

/** Throws `usage` when names of parts cannot stand beside each other in one folder. */
export function checkPartNames(names: readonly string[]): void {
  if (names.length > partsMax) throw new PlumblineError('usage', `a release has at most ${partsMax} files`);
  const seen = new Map<string, string>();
  for (const name of names) {
    const fault = partNameFault(name);
    if (fault !== null)
      throw new PlumblineError('usage', `a file of a release cannot be called so: ${fault}`, { path: name });
    const folded = foldedName(name);
    if (seen.has(folded))
      throw new PlumblineError('usage', 'two files of a release have one name', {
        path: name,
        next: 'Name each file once, and give files of different folders different names',
      });
    seen.set(folded, name);
  }
}

/** The bytes of a manifest as text: canonical JSON and a line break. */
export function releaseManifestText(manifest: ReleaseManifest): string {
  return `${canonicalJson(manifest)}\n`;
}

function byName(a: ReleasePart, b: ReleasePart): number {
  return a.name < b.name ? -1 : 1;
}
