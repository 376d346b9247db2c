// SPDX-License-Identifier: Apache-2.0
import type { KnownHash } from '@plumbline/core/roadmap/patch';

/** The commit that one version of an action is. `action` is owner/name. */
export type ActionPin = { readonly action: string; readonly version: string; readonly commit: string };

/**
 * The pin for `owner/name/path@tag`: the tag itself, or the newest known version that the tag's numbers begin
 * (`v4` → v4.2.1). Null for branches, and when nothing is known.
 */
export function matchingPin(reference: string, pins: readonly ActionPin[]): KnownHash | null {
  const at = reference.lastIndexOf('@');
  const action = reference.slice(0, at).split('/').slice(0, 2).join('/').toLowerCase();
  const wanted = numbersOf(reference.slice(at + 1));
  if (at < 0 || wanted === null) return null;
  const fitting = pins
    .filter(
      (pin) =>
        pin.action.toLowerCase() === action &&
        wanted.every((number, index) => numbersOf(pin.version)?.[index] === number),
    )
    .sort((a, b) => compare(numbersOf(b.version) ?? [], numbersOf(a.version) ?? []));
  const [best] = fitting;
  return best === undefined ? null : { commit: best.commit, version: best.version };
}

/** `v4.1.2` → [4, 1, 2]; null for what is no version. */
function numbersOf(tag: string): readonly number[] | null {
  const match = /^v?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?$/.exec(tag);
  return match === null ? null : match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((number, place) => number !== b[place]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
