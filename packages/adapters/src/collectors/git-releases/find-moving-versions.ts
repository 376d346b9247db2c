// SPDX-License-Identifier: Apache-2.0
import { versionOf } from './version-of.ts';

/** `v1` and `v1.2` name lines; what has three numbers names a release, even when a fourth follows. */
const lineNumbersMax = 2;

/** As much of a tag as tells whether it moves. */
export type VersionTag = { readonly name: string; readonly createdAt: string; readonly commit: string };

/**
 * Finds the tags such as `v1` and `v1.2` that follow the newest release of their line. A name alone does not tell: `1.2`
 * may be the release before `1.2.1`. It moves when a longer version continues it and lies on the same commit, or is
 * older than it.
 */
export function findMovingVersions(tags: readonly VersionTag[]): ReadonlySet<string> {
  const longer = new Map<string, VersionTag[]>();
  for (const tag of tags) {
    for (const line of linesOf(tag.name)) longer.set(line, [...(longer.get(line) ?? []).slice(-199), tag]);
  }
  const moves = ({ name, createdAt, commit }: VersionTag): boolean =>
    (longer.get(lineOf(name) ?? '') ?? []).some((other) => other.commit === commit || other.createdAt < createdAt);
  return new Set(tags.filter(moves).map(({ name }) => name));
}

/** Of a final version `v1.2.3` the lines that it continues: `v1` and `v1.2`. */
function linesOf(name: string): readonly string[] {
  const version = versionOf(name);
  if (version === null || version.suffix !== '') return [];
  return version.numbers.slice(1).map((_, index) => keyOf(version.prefix, version.numbers.slice(0, index + 1)));
}

function lineOf(name: string): string | null {
  const version = versionOf(name);
  if (version === null || version.numbers.length > lineNumbersMax) return null;
  return version.suffix !== '' ? null : keyOf(version.prefix, version.numbers);
}

/** One spelling for `v1.2` and `V1_2`; a space cannot be in a tag name. */
function keyOf(prefix: string, numbers: readonly string[]): string {
  return `${prefix.toLowerCase()} ${numbers.join('.')}`;
}
