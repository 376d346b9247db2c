// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** Project.toml of Julia: `[deps]`. Packages of the standard library are in its lock without a hash of a tree. */
export const juliaProject: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['julia-manifest'],
  matches: named('Project.toml', 'JuliaProject.toml'),
  read(text) {
    const document = parseToml(text);
    if (!document.ok) return document;
    const dependencies = membersOf(memberOf(document.value, 'deps')).map(([name]) => ({
      name,
      range: null,
      optional: false,
    }));
    return parsed({ name: textOf(memberOf(document.value, 'name')), dependencies });
  },
};

/** Manifest.toml of Julia, version 2 (`[[deps.Name]]`) and 1 (`[[Name]]`). */
export const juliaManifest: LockfileReader = {
  title: 'Manifest.toml',
  ecosystem: 'other',
  canHash: true,
  matches: named('Manifest.toml', 'JuliaManifest.toml'),
  directoryOf: null,
  read(text) {
    const document = parseToml(text);
    if (!document.ok) return document;
    const table = memberOf(document.value, 'deps') ?? document.value;
    const packages = membersOf(table).filter(([, value]) => Array.isArray(value));
    const outside = packages.flatMap(([name, versions]) =>
      listOf(versions).flatMap((item): LockEntry[] => {
        const tree = textOf(memberOf(item, 'git-tree-sha1'));
        if (tree === null) return [];
        return [{ name, version: textOf(memberOf(item, 'version')), hashed: true, type: 'julia' }];
      }),
    );
    return parsed(lockByName('other', outside, { alsoNamed: new Set(packages.map(([name]) => name)) }));
  },
};
