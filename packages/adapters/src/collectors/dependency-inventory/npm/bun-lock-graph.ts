// SPDX-License-Identifier: Apache-2.0
import type { DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import { isFields, listOf, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJsonWithComments } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { integrityHashes } from '../model/hashes.ts';
import { type GraphPackage, type GraphReader, type GraphRoot, unstated } from '../model/lock-graph.ts';
import { bunEntry } from './bun-entry.ts';

const tables: readonly (readonly [table: string, scope: DependencyScope])[] = [
  ['dependencies', 'runtime'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'development'],
];

/** bun.lock with edges: `a/b` is the `b` that `a` needs, where it is another one than the `b` of all others. */
export const bunLockGraph: GraphReader = (text) => {
  const document = parseJsonWithComments(text);
  if (!document.ok) return document;
  const items = new Map(membersOf(memberOf(document.value, 'packages')).map(([key, value]) => [key, listOf(value)]));
  const find = (name: string, from: string): readonly string[] => {
    const nested = from === '' ? name : `${from}/${name}`;
    return items.has(nested) ? [nested] : items.has(name) ? [name] : [];
  };
  const packages = [...items].flatMap(([key, item]): GraphPackage[] => {
    const entry = bunEntry(item);
    if (entry === null) return [];
    const needs = item.filter((member) => isFields(member));
    const names = needs.flatMap((member) =>
      ['dependencies', 'optionalDependencies'].flatMap((table) => membersOf(memberOf(member, table))),
    );
    const integrity = textOf(item.findLast((member) => typeof member === 'string' && /^sha\d{1,3}-/u.test(member)));
    const dependsOn = names.flatMap(([name]) => find(name, key));
    return [{ ...unstated, ...entry, key, hashes: integrityHashes(integrity), dependsOn }];
  });
  const roots = membersOf(memberOf(document.value, 'workspaces')).flatMap(([, workspace]) =>
    tables.flatMap(([table, scope]) =>
      membersOf(memberOf(workspace, table)).flatMap(([name]) =>
        find(name, '').map((key): GraphRoot => ({ key, scope })),
      ),
    ),
  );
  return parsed({ packages, roots });
};
