// SPDX-License-Identifier: Apache-2.0
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import { packageUrl } from '@plumbline/core/values/purl/package-url';
import { fieldOf, headerParagraphs, type HeaderFields } from './header-fields.ts';
import { nothing, type PackageReader } from './package-reader.ts';

/** The database of dpkg, as one file or (in images without dpkg) as one file a package; and the control file of a package. */
export const dpkgStatus: PackageReader = {
  matches: (path) =>
    /(?:^|\/)(?:var\/lib\/)?dpkg\/(?:status|status\.d\/[^/]+)$/u.test(path) && !path.endsWith('.md5sums'),
  read: (text, path) => ({
    packages: headerParagraphs(text).flatMap((fields) => debianPackage(fields, path) ?? []),
    own: null,
  }),
};

/** `control` of a .deb. */
export const debianControl: PackageReader = {
  matches: (path) => path === 'control',
  read(text, path) {
    const [fields] = headerParagraphs(text);
    const own = fields === undefined ? null : debianPackage(fields, path);
    return own === null ? nothing : { packages: [], own };
  },
};

/** What the name of a package's file says, where its control file cannot be read: `name_version_arch.deb`. */
export function debianByName(file: string): FoundPackage | null {
  const [, name, version, arch] = /^([a-z0-9][a-z0-9+.-]*)_([^_]+)_([a-z0-9-]+)\.u?deb$/u.exec(file) ?? [];
  if (name === undefined || version === undefined || arch === undefined) return null;
  const said = [
    ['package', name],
    ['version', version.replace('%3a', ':')],
    ['architecture', arch],
  ] as const;
  return debianPackage(new Map(said.map(([field, value]) => [field, [value]])), file);
}

/** Debian policy §5: a binary package; null for one that was removed. */
function debianPackage(fields: HeaderFields, path: string): FoundPackage | null {
  const name = fieldOf(fields, 'package');
  const status = fieldOf(fields, 'status');
  if (name === null || (status !== null && !/\binstalled$/u.test(status))) return null;
  const version = fieldOf(fields, 'version');
  const arch = fieldOf(fields, 'architecture');
  const vendor = (fieldOf(fields, 'origin') ?? 'debian').toLowerCase();
  return {
    id: `deb:${name}`,
    type: 'library',
    name,
    version,
    purl: packageUrl({
      type: 'deb',
      namespace: /^[a-z]{2,20}$/u.test(vendor) ? vendor : 'debian',
      name,
      version,
      ...(arch === null ? {} : { qualifiers: { arch } }),
    }),
    hashes: [],
    license: null,
    supplier: fieldOf(fields, 'maintainer'),
    scope: null,
    foundIn: path,
    needs: ['pre-depends', 'depends'].flatMap((field) => relationsIn(fieldOf(fields, field) ?? '')),
  };
}

/** Debian policy §7.1: commas between what is needed, bars between what may do for it. */
function relationsIn(text: string): readonly (readonly string[])[] {
  return text
    .slice(0, 50_000)
    .split(',')
    .map((one) => one.split('|').flatMap((choice) => /^\s*([a-z0-9][a-z0-9+.-]{0,200})/u.exec(choice)?.[1] ?? []))
    .filter((choices) => choices.length > 0)
    .map((choices) => choices.map((name) => `deb:${name}`));
}
