// SPDX-License-Identifier: Apache-2.0
import type { DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import { fieldsOf, memberOf, membersOf, textOf, type Fields } from '../../../platform/syntax/json-value.ts';
import { npmLicense } from '../../../platform/syntax/npm-license.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { integrityHashes } from '../model/hashes.ts';
import type { GraphPackage, GraphReader, GraphRoot, LockGraph } from '../model/lock-graph.ts';
import type { LockEntry } from '../model/lockfile-reader.ts';
import { joinPath, upwardFrom } from '../model/paths.ts';

import { packageLockEntry } from './package-lock-entry.ts';

const inModules = 'node_modules/';
/** Characters of a location whose dependencies are looked for; no disk holds longer ones. */
const locationMax = 4096;
/** What a project asks for, by the table that names it. */
const tables: readonly (readonly [table: string, scope: DependencyScope])[] = [
  ['dependencies', 'runtime'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'development'],
];
const needed = ['dependencies', 'optionalDependencies', 'peerDependencies'];

/** package-lock.json with edges, resolved as Node looks for a module: beside it, then in every folder above. */
export const packageLockGraph: GraphReader = (text) => {
  const document = parseJson(text);
  if (!document.ok) return document;
  const packages = memberOf(document.value, 'packages');
  if (packages !== undefined) return parsed(byLocation(packages));
  const dependencies = memberOf(document.value, 'dependencies');
  const isLock = dependencies !== undefined || memberOf(document.value, 'lockfileVersion') !== undefined;
  return parsed(isLock ? byLocation(locationsOf(dependencies)) : null);
};

function byLocation(packages: unknown): LockGraph {
  const locations = new Map(membersOf(packages).map(([location, value]) => [location, fieldsOf(value)]));
  const find = (name: string, from: string): string | null => {
    if (from.length > locationMax) return null;
    for (const folder of upwardFrom(from)) {
      const location = joinPath(folder, inModules + name);
      if (locations.has(location)) return location;
    }
    return null;
  };
  const found: GraphPackage[] = [];
  const roots: GraphRoot[] = [];
  for (const [location, item] of locations) {
    const at = location.lastIndexOf(inModules);
    if (item['link'] === true) continue;
    if (at === -1) roots.push(...rootsOf(location, item, find));
    const entry =
      at === -1 ? null : packageLockEntry(textOf(item['name']) ?? location.slice(at + inModules.length), item);
    if (entry !== null) found.push(packageOf(location, entry, item, find));
  }
  return { packages: found, roots: locations.has('') ? roots : null };
}

type Find = (name: string, from: string) => string | null;

function rootsOf(location: string, item: Fields, find: Find): readonly GraphRoot[] {
  return tables.flatMap(([table, scope]) =>
    membersOf(item[table]).flatMap(([name]) => {
      const key = find(name, location);
      return key === null ? [] : [{ key, scope }];
    }),
  );
}

function packageOf(key: string, entry: LockEntry, item: Fields, find: Find): GraphPackage {
  const names = needed.flatMap((table) => membersOf(item[table]).map(([name]) => name));
  return {
    ...entry,
    key,
    hashes: integrityHashes(textOf(item['integrity'])),
    license: npmLicense(item['license']),
    scope: scopeOf(item),
    dependsOn: names.flatMap((name) => find(name, key) ?? []),
  };
}

/** npm documentation, package-lock.json: `devOptional` is of a development or of an optional dependency. */
function scopeOf(item: Fields): DependencyScope {
  if (item['dev'] === true) return 'development';
  return item['optional'] === true || item['devOptional'] === true ? 'optional' : 'runtime';
}

/** Version 1, a tree of names, as the table of locations of later versions; `requires` are its edges. */
function locationsOf(root: unknown): Fields {
  const locations: Record<string, Fields> = Object.create(null) as Record<string, Fields>;
  const waiting: (readonly [folder: string, tree: unknown])[] = [['', root]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [folder, tree] = next;
    for (const [name, value] of membersOf(tree)) {
      const location = joinPath(folder, inModules + name);
      const { dependencies, requires, ...item } = fieldsOf(value);
      locations[location] = { ...item, dependencies: requires };
      if (dependencies !== undefined) waiting.push([location, dependencies]);
    }
  }
  return locations;
}
