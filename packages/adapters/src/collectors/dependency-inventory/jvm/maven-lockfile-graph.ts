// SPDX-License-Identifier: Apache-2.0
import type { DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import { hexHash } from '@plumbline/formats/sbom/hex-hash';
import { listOf, memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { type GraphPackage, type GraphReader, type GraphRoot, keyOf } from '../model/lock-graph.ts';

/** lockfile.json of the maven-lockfile plugin: the tree of artifacts is the graph. */
export const mavenLockfileGraph: GraphReader = (text) => {
  const document = parseJson(text);
  if (!document.ok) return document;
  const root = document.value;
  if (memberOf(root, 'artifactId') === undefined && memberOf(root, 'artifactID') === undefined) return parsed(null);
  const packages: GraphPackage[] = [];
  const direct = listOf(memberOf(root, 'dependencies'));
  const waiting = [...direct];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const children = listOf(memberOf(item, 'children'));
    packages.push(packageOf(item, children));
    waiting.push(...children);
  }
  return parsed({ packages, roots: direct.map((item): GraphRoot => ({ key: keyOfItem(item), scope: scopeOf(item) })) });
};

function packageOf(item: unknown, children: readonly unknown[]): GraphPackage {
  const checksum = textOf(memberOf(item, 'checksum'));
  return {
    name: nameOf(item),
    version: textOf(memberOf(item, 'version')),
    type: 'maven',
    hashed: checksum !== null,
    key: keyOfItem(item),
    hashes: hexHash(textOf(memberOf(item, 'checksumAlgorithm')) ?? 'sha256', checksum ?? ''),
    license: null,
    scope: scopeOf(item),
    dependsOn: children.map((child) => keyOfItem(child)),
  };
}

/** Maven's scopes; `system` and `import` say nothing of use. */
function scopeOf(item: unknown): DependencyScope | null {
  const scope = textOf(memberOf(item, 'scope'));
  if (scope === 'test') return 'development';
  return scope === 'compile' || scope === 'runtime' || scope === 'provided' ? 'runtime' : null;
}

function nameOf(item: unknown): string {
  return `${textOf(memberOf(item, 'groupId'))}:${textOf(memberOf(item, 'artifactId'))}`;
}

const keyOfItem = (item: unknown): string => keyOf(nameOf(item), textOf(memberOf(item, 'version')));
