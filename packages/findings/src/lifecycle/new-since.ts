// SPDX-License-Identifier: Apache-2.0
import type { Finding, FindingId } from '@plumbline/core/findings/finding';

/**
 * The ids of findings that are there now and were not at the base, by identity: moved lines, renamed files and merges make
 * nothing new. One that was fixed at the base and is back is new. Best folded onto the state of the base
 * (`foldImports(base, …)`): two states folded apart recognise each other by the ids made of the source alone.
 */
export function newSince(current: readonly Finding[], base: readonly Finding[]): ReadonlySet<FindingId> {
  const known = new Set(base.filter(isThere).flatMap(({ id, otherIds }) => [id, ...otherIds]));
  const isKnown = ({ id, otherIds }: Finding): boolean => known.has(id) || otherIds.some((other) => known.has(other));
  return new Set(current.filter((finding) => isThere(finding) && !isKnown(finding)).map(({ id }) => id));
}

const isThere = ({ state }: Finding): boolean => state !== 'fixed';
