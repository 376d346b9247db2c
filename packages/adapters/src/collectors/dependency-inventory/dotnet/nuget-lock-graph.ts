// SPDX-License-Identifier: Apache-2.0
import { hexHash } from '@plumbline/formats/sbom/hex-hash';
import { memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { type GraphPackage, type GraphReader, type GraphRoot, keyOf, unstated } from '../model/lock-graph.ts';

/** packages.lock.json with edges: within a target framework, one version of a package is restored. */
export const nugetLockGraph: GraphReader = (text) => {
  const document = parseJson(text);
  if (!document.ok) return document;
  const packages: GraphPackage[] = [];
  const roots: GraphRoot[] = [];
  for (const [, framework] of membersOf(memberOf(document.value, 'dependencies'))) {
    const items = membersOf(framework).map(([name, item]) => ({ name: name.toLowerCase(), item }));
    const versions = new Map(items.map(({ name, item }) => [name, textOf(memberOf(item, 'resolved'))]));
    const keys = (item: unknown): readonly string[] =>
      membersOf(memberOf(item, 'dependencies')).map(([name]) => {
        const needed = name.toLowerCase();
        return keyOf(needed, versions.get(needed) ?? null);
      });
    for (const { name, item } of items) {
      const type = textOf(memberOf(item, 'type'));
      if (type === 'Project') roots.push(...keys(item).map((key) => ({ key, scope: null })));
      else {
        const version = versions.get(name) ?? null;
        const key = keyOf(name, version);
        if (type === 'Direct') roots.push({ key, scope: 'runtime' });
        packages.push({ ...unstated, ...hashOf(item), key, name, version, type: 'nuget', dependsOn: keys(item) });
      }
    }
  }
  return parsed({ packages, roots });
};

/** `contentHash` is SHA-512 over the package without its signature, so it is not that of the published file. */
function hashOf(item: unknown): Pick<GraphPackage, 'hashed' | 'hashes'> {
  const content = textOf(memberOf(item, 'contentHash'));
  const hex = content === null ? '' : Buffer.from(content, 'base64').toString('hex');
  return { hashed: content !== null, hashes: hexHash('sha512', hex) };
}
