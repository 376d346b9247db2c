// SPDX-License-Identifier: Apache-2.0
import { memberAt, memberOf, membersOf, textOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import type { Dependency } from '../model/manifest-reader.ts';

/** What `libs.a.b` in a build file stands for: one library, or the libraries of a bundle. */
export type VersionCatalog = ReadonlyMap<string, readonly Dependency[]>;

/** Gradle's libs.versions.toml; an unreadable one names nothing. */
export function readVersionCatalog(text: string): VersionCatalog {
  const document = parseToml(text);
  const catalog = new Map<string, readonly Dependency[]>();
  if (!document.ok) return catalog;
  for (const [key, value] of membersOf(memberOf(document.value, 'libraries'))) {
    const library = libraryOf(value, document.value);
    if (library !== null) catalog.set(accessorOf(key), [library]);
  }
  for (const [key, value] of membersOf(memberOf(document.value, 'bundles'))) {
    catalog.set(
      `bundles.${accessorOf(key)}`,
      textsOf(value).flatMap((member) => catalog.get(accessorOf(member)) ?? []),
    );
  }
  return catalog;
}

function accessorOf(key: string): string {
  return key.replaceAll(/[-_]/gu, '.');
}

function libraryOf(value: unknown, root: unknown): Dependency | null {
  const [group, artifact, version] = (textOf(value) ?? textOf(memberOf(value, 'module')) ?? '').split(':', 3);
  const name =
    artifact === undefined
      ? `${textOf(memberOf(value, 'group'))}:${textOf(memberOf(value, 'name'))}`
      : `${group}:${artifact}`;
  if (name.includes('null')) return null;
  const reference = textOf(memberAt(value, ['version', 'ref']));
  const range =
    version ??
    textOf(memberOf(value, 'version')) ??
    (reference === null ? null : textOf(memberAt(root, ['versions', reference])));
  return { name, range, optional: true };
}
