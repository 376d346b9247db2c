// SPDX-License-Identifier: Apache-2.0
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { authorOf } from './author-of.ts';
import { fieldOf, headerParagraphs, type HeaderFields } from './header-fields.ts';
import { nothing, type PackageReader } from './package-reader.ts';

const installed = /(?:^|\/)[^/]+\.dist-info\/METADATA$|(?:^|\/)[^/]+\.egg-info(?:\/PKG-INFO)?$/u;
/** A sdist has it in its one folder, a wheel has it at the top. */
const own = /^[^/]+\/PKG-INFO$|^PKG-INFO$|^[^/]+\.dist-info\/METADATA$/u;

/** Core metadata of a Python distribution (packaging.python.org, core metadata specifications). */
export const pythonMetadata: PackageReader = {
  matches: (path) => installed.test(path) || own.test(path),
  read(text, path) {
    const [fields] = headerParagraphs(text, { onlyFirst: true });
    const name = fieldOf(fields, 'name');
    if (fields === undefined || name === null || !/^[A-Za-z0-9][\w.-]{0,200}$/u.test(name)) return nothing;
    const found = foundIn(fields, name, path);
    // in a folder of installed packages every one has its metadata at the top
    return own.test(path) ? { packages: [], own: found } : { packages: [found], own: null };
  },
};

function foundIn(fields: HeaderFields, name: string, path: string): FoundPackage {
  const version = fieldOf(fields, 'version');
  const required = fields.get('requires-dist') ?? [];
  return {
    id: idOf(name),
    type: 'library',
    name: normal(name),
    version,
    purl: ecosystemPackageUrl('pypi', name, version),
    hashes: [],
    license: licenseOf(fields),
    supplier: null,
    ...authorOf(
      ['author', 'author-email', 'maintainer', 'maintainer-email']
        .map((name) => fieldOf(fields, name))
        .find((one) => one !== null) ?? null,
    ),
    scope: null,
    foundIn: path,
    // what only an extra asks for is not asked for
    needs: required.flatMap((text) => {
      const need = /^([A-Za-z0-9][\w.-]{0,200})/u.exec(text)?.[1];
      return need === undefined || /;.*\bextra\s*==/u.test(text) ? [] : [[idOf(need)]];
    }),
  };
}

const normal = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/gu, '-');
const idOf = (name: string): string => `pypi:${normal(name)}`;

/** An expression since metadata 2.4; before, a text that may be the licence itself, or classifiers. */
function licenseOf(fields: HeaderFields): string | null {
  const stated = fieldOf(fields, 'license-expression') ?? fieldOf(fields, 'license');
  if (stated !== null && stated.length <= 100) return stated;
  const classifiers = (fields.get('classifier') ?? []).flatMap(
    (text) => /^License :: (?:OSI Approved :: )?(.+)$/u.exec(text)?.[1] ?? [],
  );
  return classifiers.length === 1 ? (classifiers[0] ?? null) : null;
}
