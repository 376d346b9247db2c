// SPDX-License-Identifier: Apache-2.0
import { memberAt, memberOf, membersOf, textOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { Dependency, ManifestReader } from '../model/manifest-reader.ts';
import { asDevelopment } from '../model/as-development.ts';
import { named } from '../model/paths.ts';

/** Cargo.toml of a package, a workspace, or both (doc.rust-lang.org/cargo/reference/manifest). */
export const cargoToml: ManifestReader = {
  ecosystem: 'cargo',
  lockedBy: ['cargo-lock'],
  matches: named('Cargo.toml'),
  read(text) {
    const document = parseToml(text);
    if (!document.ok) return document;
    const root = document.value;
    const name = textOf(memberAt(root, ['package', 'name']));
    if (name === null && memberOf(root, 'workspace') === undefined) return parsed(null);
    const targets = membersOf(memberOf(root, 'target')).map(([, target]) => target);
    const dependencies = [root, ...targets].flatMap((place) => [
      ...['dependencies', 'build-dependencies'].flatMap((table) => dependenciesIn(memberOf(place, table))),
      ...asDevelopment(dependenciesIn(memberOf(place, 'dev-dependencies'))),
    ]);
    const excluded = textsOf(memberAt(root, ['workspace', 'exclude'])).map((path) => `!${path}`);
    return parsed({
      name,
      dependencies,
      workspaces: [...textsOf(memberAt(root, ['workspace', 'members'])), ...excluded],
    });
  },
};

/** What `workspace = true` takes over may be a path or bear another name there, so the lock may not name it. */
function dependenciesIn(table: unknown): readonly Dependency[] {
  return membersOf(table).flatMap(([key, value]) => {
    const range = textOf(value) ?? textOf(memberOf(value, 'version'));
    if (textOf(memberOf(value, 'path')) !== null) return [];
    const name = textOf(memberOf(value, 'package')) ?? key;
    return [{ name, range, optional: memberOf(value, 'workspace') === true }];
  });
}
