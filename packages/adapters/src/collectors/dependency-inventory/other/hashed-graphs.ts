// SPDX-License-Identifier: Apache-2.0
import type { DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import { linesOf } from '../../../platform/syntax/lines.ts';
import { memberAt, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseYaml } from '../../../platform/syntax/parse-yaml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { bareHash } from '../model/hashes.ts';
import { type GraphPackage, type GraphReader, type GraphRoot, keyOf, plainPackage } from '../model/lock-graph.ts';
import { pubspecLock } from './dart.ts';
import { mixLock } from './elixir.ts';

/** pubspec.lock: no edges, but which packages the project asks for itself, and what for. */
export const pubspecLockGraph: GraphReader = (text, path) => {
  const read = pubspecLock.read(text, path);
  const document = parseYaml(text);
  if (!read.ok || !document.ok || read.value === null) return read.ok ? parsed(null) : read;
  const items = memberOf(document.value[0], 'packages');
  const packages = read.value.entries.map((entry): GraphPackage => {
    const hash = textOf(memberAt(items, [entry.name, 'description', 'sha256']));
    return { ...plainPackage(entry), hashes: bareHash(hash, 'sha256') };
  });
  const roots = membersOf(items).flatMap(([name, item]): GraphRoot[] => {
    const kind = textOf(memberOf(item, 'dependency')) ?? '';
    const scope: DependencyScope = kind === 'direct dev' ? 'development' : 'runtime';
    return kind.startsWith('direct') ? [{ key: keyOf(name, textOf(memberOf(item, 'version'))), scope }] : [];
  });
  return parsed({ packages, roots });
};

/** mix.lock: `{:hex, :name, "version", "inner", [:mix], [{:needed, …}], "hexpm", "outer"}`; the outer hash is the archive's. */
export const mixLockGraph: GraphReader = (text, path) => {
  const read = mixLock.read(text, path);
  if (!read.ok || read.value === null) return read.ok ? parsed(null) : read;
  const lines = new Map<string, string>();
  for (const { text: line } of linesOf(text)) {
    const name = /^\s*"([^"]{1,200})": \{:hex, /u.exec(line)?.[1];
    if (name !== undefined) lines.set(name, line.slice(0, 20_000));
  }
  const packages = read.value.entries.map((entry): GraphPackage => {
    const line = lines.get(entry.name);
    const outer = line === undefined ? null : (/"([0-9a-f]{64})"\},?\s*$/u.exec(line)?.[1] ?? null);
    const needs = [...(line ?? '').matchAll(/\{:(\w{1,100}), "[^"]{0,200}", \[hex: /gu)].map(([, name = '']) => name);
    return {
      ...plainPackage(entry),
      key: entry.name,
      hashes: bareHash(outer, 'sha256'),
      dependsOn: line === undefined ? null : needs,
    };
  });
  return parsed({ packages, roots: null });
};
