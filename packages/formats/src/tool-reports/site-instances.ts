// SPDX-License-Identifier: Apache-2.0
import type { GivenResult, GivenWebPlace } from './create-result.ts';

type Seen = { readonly result: GivenResult; readonly places: GivenWebPlace[] };

/**
 * Gathers what a scanner of running applications saw: one result for a rule and a site, whatever the number of addresses at
 * which it saw it, as the scanners themselves count. The first address is the result's own, the others are beside it.
 */
export class SiteInstances {
  readonly #seen = new Map<string, Seen>();

  /** `key` tells one result from another: the rule, the site, and what else the tool distinguishes. */
  add(key: readonly (string | null)[], result: GivenResult, places: readonly (GivenWebPlace | null)[]): void {
    const text = JSON.stringify(key);
    const seen = this.#seen.get(text) ?? { result, places: [] };
    for (const place of places) if (place !== null) seen.places.push(place);
    this.#seen.set(text, seen);
  }

  giveTo(give: (result: GivenResult) => void): void {
    for (const { result, places } of this.#seen.values()) {
      const [web, ...alsoAt] = places;
      give(web === undefined ? result : { ...result, web, alsoAt });
    }
  }
}

/** Scheme, host and port of an address, without a user; null for what is no http address. */
export function siteOf(url: string | null): string | null {
  const match = /^(https?:\/\/)(?:[^/?#@\s]{0,500}@)?([^/?#\s]{1,300})/i.exec(url?.trim() ?? '');
  return match === null ? null : `${match[1] ?? ''}${match[2] ?? ''}`.toLowerCase();
}
