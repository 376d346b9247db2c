// SPDX-License-Identifier: Apache-2.0
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { authorOf } from './author-of.ts';
import { nothing, type PackageReader } from './package-reader.ts';

const linesMax = 500;

/**
 * What RubyGems writes beside an installed gem, in the form that it always writes: `s.name = "rack".freeze`. It is a program, of
 * which nothing is run and only such lines are read.
 */
export const gemspec: PackageReader = {
  matches: (path) => /(?:^|\/)specifications\/(?:default\/)?[^/]+\.gemspec$/u.test(path),
  read(text, path) {
    const fields = new Map<string, readonly string[]>();
    const needs: string[] = [];
    for (const line of text.split('\n', linesMax)) {
      const [, field = '', value = ''] = /^ {2}s\.(\w{1,40}) = (.{0,2000})$/u.exec(line) ?? [];
      if (field !== '' && !fields.has(field)) fields.set(field, stringsIn(value));
      const [, need] = /^ {2,6}s\.add_(?:runtime_)?dependency\(%q<([\w.-]{1,200})>/u.exec(line) ?? [];
      if (need !== undefined) needs.push(need);
    }
    const [name] = fields.get('name') ?? [];
    if (name === undefined || !/^\w[\w.-]{0,200}$/u.test(name)) return nothing;
    const [version = null] = fields.get('version') ?? [];
    const licenses = fields.get('licenses') ?? fields.get('license') ?? [];
    const found: FoundPackage = {
      id: `gem:${name}`,
      type: 'library',
      name,
      version,
      purl: ecosystemPackageUrl('gem', name, version),
      hashes: [],
      // of several, a gem does not say whether one may choose
      license: licenses.length === 1 ? (licenses[0] ?? null) : null,
      supplier: null,
      ...authorOf((fields.get('authors') ?? fields.get('author') ?? []).join(', ')),
      scope: null,
      foundIn: path,
      needs: needs.map((need) => [`gem:${need}`]),
    };
    return { packages: [found], own: null };
  },
};

const stringsIn = (value: string): readonly string[] =>
  [...value.matchAll(/"([^"\\#]{0,500})"/gu)].map(([, text]) => text ?? '');
