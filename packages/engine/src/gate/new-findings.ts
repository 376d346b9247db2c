// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plumbline/core/findings/finding';
import { newSince } from '@plumbline/findings/lifecycle/new-since';

/** What is known of the base of a change. Null: it is not known. */
export type KnownBase = {
  /** What was there at the base, as far as stored results tell. */
  readonly findings: readonly Finding[];
  /** Tools (lower case) of which a complete run over the base is stored. */
  readonly tools: ReadonlySet<string>;
  /** Files that the change touches. */
  readonly changed: ReadonlySet<string> | null;
  /** Package URLs in the lockfiles of the base. */
  readonly components: ReadonlySet<string> | null;
};

/**
 * Which findings are new since the base. What stored results of the base show is not; nor is what lies in a file that the
 * change leaves alone, or in a component that was there before (a vulnerability that was published since is no news of the
 * change). Of the rest only a tool that ran over the base too can tell; where none did, nobody knows: it is left out.
 */
export function newFindings(current: readonly Finding[], base: KnownBase): ReadonlyMap<string, boolean> {
  const fresh = newSince(current, base.findings);
  const told = new Map<string, boolean>();
  for (const finding of current) {
    if (finding.state === 'fixed') continue;
    const isNew = fresh.has(finding.id) ? isNewByContent(finding, base) : false;
    if (isNew !== null) told.set(finding.id, isNew);
  }
  return told;
}

function isNewByContent({ kind, place, component, sightings }: Finding, base: KnownBase): boolean | null {
  if (kind === 'component') {
    const purl = component?.purl;
    if (purl !== undefined && base.components !== null) return !base.components.has(purl);
  } else if (kind !== 'dynamic' && place !== null && base.changed !== null && !base.changed.has(place.path))
    return false;
  return sightings.some(({ tool }) => base.tools.has(tool.toLowerCase())) ? true : null;
}
