// SPDX-License-Identifier: Apache-2.0
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { packageUrl } from '@plumbline/core/values/purl/package-url';
import { listOf, memberOf, textOf } from '../../platform/syntax/json-value.ts';
import { parseJson } from '../../platform/syntax/parse-json.ts';
import { nothing, type ReadPackages } from './package-reader.ts';

/**
 * The JSON that `cargo auditable` puts into a binary: every crate with its version and source, and by number what it
 * needs. Crates that ran only while building are no part of the binary.
 */
export function cargoAuditable(text: string, path: string): ReadPackages {
  const document = parseJson(text);
  if (!document.ok) return nothing;
  const items = listOf(memberOf(document.value, 'packages'));
  const found = items.map((item, index) => crateOf(item, index, path));
  const root = items.findIndex((item) => memberOf(item, 'root') === true);
  const packages = found.filter(
    (crate, index) => index !== root && crate.name !== '' && memberOf(items[index], 'kind') !== 'build',
  );
  const own = found[root];
  return { packages, own: own === undefined ? null : { ...own, type: 'application' } };
}

function crateOf(item: unknown, index: number, foundIn: string): FoundPackage {
  const name = textOf(memberOf(item, 'name')) ?? '';
  const version = textOf(memberOf(item, 'version'));
  const listed = ['crates.io', 'crates-io'].includes(textOf(memberOf(item, 'source')) ?? '');
  return {
    id: idOf(index, foundIn),
    type: 'library',
    name,
    version,
    purl: listed ? ecosystemPackageUrl('cargo', name, version) : packageUrl({ type: 'generic', name, version }),
    hashes: [],
    license: null,
    supplier: null,
    scope: 'runtime',
    foundIn,
    needs: listOf(memberOf(item, 'dependencies')).flatMap((number) =>
      typeof number === 'number' ? [[idOf(number, foundIn)]] : [],
    ),
  };
}

const idOf = (index: number, path: string): string => `cargo:${path}:${index}`;
