// SPDX-License-Identifier: Apache-2.0
import type { ResultComponent } from '@plumbline/core/findings/tool-result';
import { parsePackageUrl } from '@plumbline/core/values/purl/parse-package-url';

/** A package whatever its version, architecture and distribution release. */
export type PackageKey = {
  /** Its package URL without version, qualifiers and subpath, or null where the tool gave none. */
  readonly purl: string | null;
  /** Its whole name in the ways in which tools write it. */
  readonly names: readonly string[];
};

/** Ecosystems whose registry tells names apart by letters alone, not by their case. */
const caseless: ReadonlySet<string> = new Set('npm pypi composer nuget github bitbucket deb apk golang hex'.split(' '));

/** The package that a result is about, in a form in which two tools write the same package the same way. */
export function packageKey({ name, purl }: ResultComponent): PackageKey {
  const parsed = purl === undefined ? null : parsePackageUrl(purl);
  if (parsed === null) return { purl: null, names: [name.toLowerCase()] };
  const fold = (text: string): string => (caseless.has(parsed.type) ? text.toLowerCase() : text);
  // PEP 503: runs of these are one; other ecosystems keep them apart.
  const own = parsed.type === 'pypi' ? fold(parsed.name).replaceAll(/[-_.]+/g, '-') : fold(parsed.name);
  const group = parsed.namespace === null ? null : fold(parsed.namespace);
  const names = group === null ? [own] : [`${group}/${own}`, `${group}:${own}`];
  return {
    purl: `pkg:${parsed.type}/${group === null ? '' : `${group}/`}${own}`,
    names: names.map((each) => each.toLowerCase()),
  };
}

/** Whether both are one package: by URL where both have one, else by whole name, never by a part of it. */
export function samePackage(a: PackageKey, b: PackageKey): boolean {
  if (a.purl !== null && b.purl !== null) return a.purl === b.purl;
  return a.names.some((name) => b.names.includes(name));
}
