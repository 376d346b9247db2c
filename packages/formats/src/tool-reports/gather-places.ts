// SPDX-License-Identifier: Apache-2.0
import type { GivenResult } from './create-result.ts';

/**
 * The results that have the same fingerprint of that name as one, the first, with the places of all: by it the tool itself
 * finds a result again. Results without it stay as they are, in their order.
 */
export function gatherPlaces(results: readonly GivenResult[], fingerprint: string): Iterable<GivenResult> {
  const found = new Map<string, GivenResult>();
  results.forEach((result, index) => {
    const key = result.fingerprints?.[fingerprint] ?? ` ${index}`;
    const known = found.get(key);
    const places = [...(known?.places ?? []), ...(result.places ?? [])];
    found.set(key, known === undefined ? result : { ...known, places });
  });
  return found.values();
}
