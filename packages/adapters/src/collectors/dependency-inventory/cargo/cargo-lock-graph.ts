// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, textOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { bareHash } from '../model/hashes.ts';
import { type GraphPackage, type GraphReader, type GraphRoot, keyOf, unstated } from '../model/lock-graph.ts';
import { cargoEntry } from './cargo-entry.ts';

/** Cargo.lock with edges: `name`, `name version` where there are several, `name version (source)` before version 2. */
export const cargoLockGraph: GraphReader = (text) => {
  const document = parseToml(text);
  if (!document.ok) return document;
  const metadata = memberOf(document.value, 'metadata');
  const items = listOf(document.value['package']);
  const versions = new Map<string, string>();
  for (const item of items) versions.set(textOf(memberOf(item, 'name')) ?? '', textOf(memberOf(item, 'version')) ?? '');
  const needs = (item: unknown): readonly string[] =>
    textsOf(memberOf(item, 'dependencies')).map((said) => {
      const [name = '', version] = said.split(' ', 3);
      return keyOf(name, version ?? versions.get(name) ?? '');
    });
  const packages: GraphPackage[] = [];
  const roots: GraphRoot[] = [];
  for (const item of items) {
    const read = cargoEntry(item, metadata);
    if (read === null) roots.push(...needs(item).map((key) => ({ key, scope: null })));
    else {
      const { entry, checksum } = read;
      const key = keyOf(entry.name, entry.version);
      packages.push({ ...unstated, ...entry, key, hashes: bareHash(checksum, 'sha256'), dependsOn: needs(item) });
    }
  }
  return parsed({ packages, roots });
};
