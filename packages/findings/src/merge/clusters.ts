// SPDX-License-Identifier: Apache-2.0

/** Sets of tracks that are one finding each, by the keys of the tracks. What has one voice in common is said to be two things. */
export class Clusters {
  readonly #parents = new Map<string, string>();
  readonly #members = new Map<string, string[]>();
  readonly #voices = new Map<string, Set<string>>();
  readonly #voicesOf: (key: string) => readonly string[];

  constructor(voicesOf: (key: string) => readonly string[]) {
    this.#voicesOf = voicesOf;
  }

  /** Whether both were apart and no voice says that they are two; then they are one. */
  joinIfDistinct(a: string, b: string): boolean {
    const [left, right] = [this.rootOf(a), this.rootOf(b)];
    if (left === right) return false;
    const voices = this.#voicesIn(left);
    for (const voice of this.#voicesIn(right)) if (voices.has(voice)) return false;
    return this.join(left, right);
  }

  /** Joins whatever anybody says. False: they were one. */
  join(a: string, b: string): boolean {
    const [left, right] = [this.rootOf(a), this.rootOf(b)];
    if (left === right) return false;
    const isLarger = this.#membersIn(left).length >= this.#membersIn(right).length;
    const [into, from] = isLarger ? [left, right] : [right, left];
    const members = this.#membersIn(into);
    for (const member of this.#membersIn(from)) members.push(member);
    const voices = this.#voicesIn(into);
    for (const voice of this.#voicesIn(from)) voices.add(voice);
    this.#parents.set(from, into);
    this.#members.delete(from);
    this.#voices.delete(from);
    return true;
  }

  /** All that are one with a track, itself included. */
  members(key: string): readonly string[] {
    return this.#members.get(this.rootOf(key)) ?? [key];
  }

  /** The key that stands for the set of a track. */
  rootOf(key: string): string {
    let root = key;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent;
    return root;
  }

  #membersIn(root: string): string[] {
    const known = this.#members.get(root);
    if (known !== undefined) return known;
    const own = [root];
    this.#members.set(root, own);
    return own;
  }

  #voicesIn(root: string): Set<string> {
    const known = this.#voices.get(root);
    if (known !== undefined) return known;
    const own = new Set(this.#voicesOf(root));
    this.#voices.set(root, own);
    return own;
  }
}
