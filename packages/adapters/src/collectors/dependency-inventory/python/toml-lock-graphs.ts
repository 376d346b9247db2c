// SPDX-License-Identifier: Apache-2.0
import type { BillHash, DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import { hexHash } from '@plumbline/formats/sbom/hex-hash';
import {
  fieldsOf,
  listOf,
  memberAt,
  memberOf,
  membersOf,
  textOf,
  textsOf,
  type Fields,
} from '../../../platform/syntax/json-value.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { distinctHashes, prefixedHash } from '../model/hashes.ts';
import { type GraphPackage, type GraphReader, type GraphRoot, keyOf, unstated } from '../model/lock-graph.ts';
import { pythonName, pythonRequirement } from './python-name.ts';
import { pdmEntry, poetryEntry, pylockEntry, type ReadTomlPackage, uvEntry } from './toml-lock-entries.ts';

/** What differs between the lists of packages of Python's tools. */
type Dialect = {
  readonly list: string;
  readonly entry: ReadTomlPackage;
  /** Names that the package needs, not yet in their compared form; null: the file does not say. */
  readonly needs: (item: Fields) => readonly string[] | null;
  /** What a member of the workspace needs for its development only. */
  readonly develops: (item: Fields) => readonly string[];
  readonly hashes: (item: Fields, root: Fields) => readonly BillHash[];
  readonly scope: (item: Fields) => DependencyScope | null;
};

/** Versions of one package that an edge leads to; a real lock has a handful. */
const versionsMax = 20;

const namesIn = (list: unknown): readonly string[] =>
  listOf(list).flatMap((one) => textOf(memberOf(one, 'name')) ?? []);
const valuesOf = (table: unknown): readonly unknown[] => membersOf(table).map(([, value]) => value);
const none = (): readonly string[] => [];
const unknown = (): null => null;

/** The name of a file, or the last part of its address. */
function fileOf(file: unknown): string | null {
  const name = textOf(memberOf(file, 'file')) ?? textOf(memberOf(file, 'name'));
  const [path = ''] = (textOf(memberOf(file, 'url')) ?? '').split(/[?#]/u, 1);
  return name ?? (path === '' ? null : path.slice(path.lastIndexOf('/') + 1));
}

function hashesOf(files: readonly unknown[]): readonly BillHash[] {
  return files.flatMap((file) => [
    ...prefixedHash(textOf(memberOf(file, 'hash')), fileOf(file)),
    ...membersOf(memberOf(file, 'hashes')).flatMap(([algorithm, value]) =>
      hexHash(algorithm, textOf(value) ?? '', fileOf(file)),
    ),
  ]);
}

/** `main` and `default` are what the product needs; every other group is of its makers. */
function scopeOfGroups(groups: readonly string[]): DependencyScope | null {
  if (groups.length === 0) return null;
  return groups.includes('main') || groups.includes('default') ? 'runtime' : 'development';
}

const poetry: Dialect = {
  list: 'package',
  entry: poetryEntry,
  needs: (item) => membersOf(item['dependencies']).map(([name]) => name),
  develops: none,
  hashes: (item, root) =>
    hashesOf([...listOf(item['files']), ...listOf(memberAt(root, ['metadata', 'files', textOf(item['name']) ?? '']))]),
  scope: (item) => {
    const category = textOf(item['category']);
    if (category === 'dev') return 'development';
    if (item['optional'] === true) return 'optional';
    return category === 'main' ? 'runtime' : scopeOfGroups(textsOf(item['groups']));
  },
};

const uv: Dialect = {
  list: 'package',
  entry: uvEntry,
  needs: (item) => [item['dependencies'], ...valuesOf(item['optional-dependencies'])].flatMap(namesIn),
  develops: (item) => [...valuesOf(item['dev-dependencies']), ...valuesOf(item['dependency-groups'])].flatMap(namesIn),
  hashes: (item) => hashesOf([...listOf(item['wheels']), item['sdist']]),
  scope: unknown,
};

const pdm: Dialect = {
  list: 'package',
  entry: pdmEntry,
  needs: (item) => textsOf(item['dependencies']).flatMap((text) => pythonRequirement(text)?.name ?? []),
  develops: none,
  hashes: (item, root) =>
    hashesOf([
      ...listOf(item['files']),
      ...listOf(memberAt(root, ['metadata', 'files', `${textOf(item['name'])} ${textOf(item['version'])}`])),
    ]),
  scope: (item) => scopeOfGroups(textsOf(item['groups'])),
};

const pylock: Dialect = {
  list: 'packages',
  entry: pylockEntry,
  needs: (item) => (item['dependencies'] === undefined ? null : namesIn(item['dependencies'])),
  develops: none,
  hashes: (item) => hashesOf([...listOf(item['wheels']), item['sdist'], item['archive']]),
  scope: unknown,
};

function graphOf(dialect: Dialect): GraphReader {
  return (text) => {
    const document = parseToml(text);
    if (!document.ok) return document;
    const root = document.value;
    const items = listOf(root[dialect.list]).map((item) => fieldsOf(item));
    // one name may be locked in several versions, each for other platforms
    const keys = Map.groupBy(
      items.map((item) => ({ name: pythonName(textOf(item['name']) ?? ''), version: textOf(item['version']) })),
      ({ name }) => name,
    );
    const keysOf = (names: readonly string[]): readonly string[] =>
      names.flatMap((name) =>
        (keys.get(pythonName(name)) ?? []).slice(0, versionsMax).map((one) => keyOf(one.name, one.version)),
      );
    const packages: GraphPackage[] = [];
    const roots: GraphRoot[] = [];
    for (const item of items) {
      const entry = dialect.entry(item, root);
      const needs = dialect.needs(item);
      if (entry === 'member') {
        roots.push(...keysOf(needs ?? []).map((key) => ({ key, scope: null })));
        roots.push(...keysOf(dialect.develops(item)).map((key) => ({ key, scope: 'development' as const })));
      } else {
        const dependsOn = needs === null ? null : keysOf(needs);
        const hashes = distinctHashes(dialect.hashes(item, root));
        const key = keyOf(entry.name, entry.version);
        packages.push({ ...unstated, ...entry, key, hashes, dependsOn, scope: dialect.scope(item) });
      }
    }
    return parsed({ packages, roots: roots.length === 0 ? null : roots });
  };
}

/** poetry.lock, uv.lock, pdm.lock and pylock.toml with edges and the hash of every archive. */
export const tomlLockGraphs: {
  readonly [L in 'poetry' | 'uv' | 'pdm' | 'pylock']: GraphReader;
} = { poetry: graphOf(poetry), uv: graphOf(uv), pdm: graphOf(pdm), pylock: graphOf(pylock) };
