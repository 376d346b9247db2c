// SPDX-License-Identifier: Apache-2.0
import type { Track } from '../identity/track.ts';
import { trackKey } from '../lifecycle/findings-state.ts';

type Keyed = Pick<Track, 'id' | 'anchor'>;

/** Sets of tracks that are one finding each. What has the same voice is said to be two things. */
export class Clusters {
  readonly #parents = new Map<string, string>();
  readonly #members = new Map<string, readonly string[]>();
  readonly #voices = new Map<string, ReadonlySet<string>>();

  constructor(tracks: readonly Keyed[], voicesOf: (track: Keyed) => readonly string[]) {
    for (const track of tracks) {
      const key = trackKey(track);
      this.#parents.set(key, key);
      this.#members.set(key, [key]);
      this.#voices.set(key, new Set(voicesOf(track)));
    }
  }

  /** Whether both were apart, are known, and no voice says that they are two; then they are one. */
  joinIfDistinct(a: string, b: string): boolean {
    const [left, right] = [this.rootOf(a), this.rootOf(b)];
    if (left === null || right === null || left === right) return false;
    const voices = this.#voices.get(left) ?? new Set();
    for (const voice of this.#voices.get(right) ?? []) if (voices.has(voice)) return false;
    return this.join(a, b);
  }

  /** Joins whatever anybody says. False: they were one, or one of them is not known. */
  join(a: string, b: string): boolean {
    const [left, right] = [this.rootOf(a), this.rootOf(b)];
    if (left === null || right === null || left === right) return false;
    const [into, from] = this.#size(left) >= this.#size(right) ? [left, right] : [right, left];
    this.#members.set(into, [...this.members(into), ...this.members(from)]);
    this.#voices.set(into, new Set([...(this.#voices.get(into) ?? []), ...(this.#voices.get(from) ?? [])]));
    this.#parents.set(from, into);
    this.#members.delete(from);
    this.#voices.delete(from);
    return true;
  }

  /** Every set, as the keys of its tracks. */
  all(): Iterable<readonly string[]> {
    return this.#members.values();
  }

  members(key: string): readonly string[] {
    const root = this.rootOf(key);
    return root === null ? [] : (this.#members.get(root) ?? []);
  }

  /** The key that stands for the set of a track; null for one that is not known. */
  rootOf(key: string): string | null {
    let root = this.#parents.get(key);
    if (root === undefined) return null;
    for (let parent = this.#parents.get(root) ?? root; parent !== root; parent = this.#parents.get(root) ?? root)
      root = parent;
    this.#parents.set(key, root);
    return root;
  }

  #size(root: string): number {
    return this.#members.get(root)?.length ?? 0;
  }
}
