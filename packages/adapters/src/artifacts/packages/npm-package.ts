// SPDX-License-Identifier: Apache-2.0
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { memberOf, membersOf, textOf } from '../../platform/syntax/json-value.ts';
import { npmLicense } from '../../platform/syntax/npm-license.ts';
import { parseJson } from '../../platform/syntax/parse-json.ts';
import { authorOf } from './author-of.ts';
import { nothing, type PackageReader } from './package-reader.ts';

const installed = /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/u;
const tables = ['dependencies', 'optionalDependencies', 'peerDependencies'];

/** package.json of an installed package, and that of the tarball or folder itself: at its top, or one folder down. */
export const npmPackage: PackageReader = {
  matches: (path) => installed.test(path) || /^(?:[^/]+\/)?package\.json$/u.test(path),
  read(text, path) {
    const document = parseJson(text);
    const name = document.ok ? textOf(memberOf(document.value, 'name')) : null;
    if (!document.ok || name === null || name === '') return nothing;
    const folder = path.slice(0, Math.max(0, path.length - '/package.json'.length));
    const version = textOf(memberOf(document.value, 'version'));
    const author = memberOf(document.value, 'author');
    const needs = new Set(tables.flatMap((table) => membersOf(memberOf(document.value, table)).map(([need]) => need)));
    const found: FoundPackage = {
      id: `npm:${folder}`,
      type: 'library',
      name,
      version,
      purl: ecosystemPackageUrl('npm', name, version),
      hashes: [],
      license: npmLicense(memberOf(document.value, 'license') ?? memberOf(document.value, 'licenses')),
      supplier: null,
      ...authorOf(textOf(memberOf(author, 'name')) ?? textOf(author)),
      scope: null,
      foundIn: path,
      needs: [...needs].map((need) => placesOf(need, folder)),
    };
    return installed.test(path) ? { packages: [found], own: null } : { packages: [], own: found };
  },
};

/** Where Node looks for a module: beside the one that asks, then in every folder above. */
function placesOf(name: string, folder: string): readonly string[] {
  const segments = folder === '' ? [] : folder.split('/');
  return Array.from({ length: Math.min(segments.length, 60) + 1 }, (_, up) => {
    const above = segments.slice(0, segments.length - up).join('/');
    return `npm:${above === '' ? '' : `${above}/`}node_modules/${name}`;
  });
}
