// SPDX-License-Identifier: Apache-2.0
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { childrenOf, childText, parseXml, type XmlElement } from '../../platform/syntax/parse-xml.ts';
import { authorOf } from './author-of.ts';
import { nothing, type PackageReader } from './package-reader.ts';

/** `NAME.nuspec` at the top of a NuGet package (learn.microsoft.com/nuget/reference/nuspec). */
export const nuspec: PackageReader = {
  matches: (path) => /^[^/]+\.nuspec$/iu.test(path),
  read(text, path) {
    const document = parseXml(text);
    const [metadata] = document.ok ? childrenOf(document.value, 'metadata') : [];
    const name = childText(metadata, 'id');
    if (metadata === undefined || name === null || !/^\w[\w.-]{0,200}$/u.test(name)) return nothing;
    const version = childText(metadata, 'version');
    const own: FoundPackage = {
      id: idOf(name),
      type: 'library',
      name,
      version,
      purl: ecosystemPackageUrl('nuget', name, version),
      hashes: [],
      license: licenseOf(metadata),
      supplier: null,
      ...authorOf(childText(metadata, 'authors')),
      scope: null,
      foundIn: path,
      needs: dependenciesOf(metadata).map((need) => [idOf(need)]),
    };
    return { packages: [], own };
  },
};

const idOf = (name: string): string => `nuget:${name.toLowerCase()}`;

/** A file is no name of a licence. */
function licenseOf(metadata: XmlElement): string | null {
  const [license] = childrenOf(metadata, 'license');
  return license?.attributes.get('type') === 'expression' ? license.text : null;
}

/** One list, or one for each framework. */
function dependenciesOf(metadata: XmlElement): readonly string[] {
  const lists = childrenOf(metadata, 'dependencies').flatMap((one) => [one, ...childrenOf(one, 'group')]);
  const ids = lists.flatMap((list) => childrenOf(list, 'dependency')).map((one) => one.attributes.get('id') ?? '');
  return [...new Set(ids.filter((id) => id !== ''))];
}
