// SPDX-License-Identifier: Apache-2.0
import type { VersionScheme } from './advisory.ts';

/** How names of one ecosystem are the same although they are written differently. */
export type NameRule = 'exact' | 'lower-case' | 'pep503' | 'crate';

/**
 * An ecosystem as OSV names it, without the release after the colon. `namespace`: the one that its package URLs have,
 * where several ecosystems share a type. `separator` stands between namespace and name in OSV's name.
 */
export type Ecosystem = {
  readonly scheme: VersionScheme | null;
  readonly purlType: string;
  readonly namespace?: string;
  readonly names: NameRule;
  readonly separator?: ':';
};

const distribution = (scheme: VersionScheme, purlType: string, namespace: string): Ecosystem => ({
  scheme,
  purlType,
  namespace,
  names: 'exact',
});

/** OSV schema, "Defined ecosystems": those whose packages have a package URL. */
export const ecosystems: { readonly [name: string]: Ecosystem } = {
  npm: { scheme: 'semver', purlType: 'npm', names: 'exact' },
  PyPI: { scheme: 'pep440', purlType: 'pypi', names: 'pep503' },
  // The specification of package URLs writes them in lower case, repositories do not
  Go: { scheme: 'go', purlType: 'golang', names: 'lower-case' },
  'crates.io': { scheme: 'crates', purlType: 'cargo', names: 'crate' },
  Maven: { scheme: 'maven', purlType: 'maven', names: 'exact', separator: ':' },
  RubyGems: { scheme: 'rubygems', purlType: 'gem', names: 'exact' },
  NuGet: { scheme: 'nuget', purlType: 'nuget', names: 'lower-case' },
  Packagist: { scheme: 'composer', purlType: 'composer', names: 'lower-case' },
  Hex: { scheme: 'semver', purlType: 'hex', names: 'lower-case' },
  Pub: { scheme: 'semver', purlType: 'pub', names: 'lower-case' },
  SwiftURL: { scheme: 'semver', purlType: 'swift', names: 'lower-case' },
  ConanCenter: { scheme: 'semver', purlType: 'conan', names: 'exact' },
  Bitnami: { scheme: 'semver', purlType: 'bitnami', names: 'exact' },
  'GitHub Actions': { scheme: 'semver', purlType: 'githubactions', names: 'lower-case' },
  Hackage: { scheme: null, purlType: 'hackage', names: 'exact' },
  CRAN: { scheme: null, purlType: 'cran', names: 'exact' },
  Debian: distribution('debian', 'deb', 'debian'),
  Ubuntu: distribution('debian', 'deb', 'ubuntu'),
  Echo: distribution('debian', 'deb', 'echo'),
  Alpine: distribution('alpine', 'apk', 'alpine'),
  Wolfi: distribution('alpine', 'apk', 'wolfi'),
  Chainguard: distribution('alpine', 'apk', 'chainguard'),
  MinimOS: distribution('alpine', 'apk', 'minimos'),
  Alpaquita: distribution('alpine', 'apk', 'alpaquita'),
  'Red Hat': distribution('rpm', 'rpm', 'redhat'),
  'Rocky Linux': distribution('rpm', 'rpm', 'rocky-linux'),
  AlmaLinux: distribution('rpm', 'rpm', 'almalinux'),
  SUSE: distribution('rpm', 'rpm', 'suse'),
  openSUSE: distribution('rpm', 'rpm', 'opensuse'),
  openEuler: distribution('rpm', 'rpm', 'openeuler'),
  Mageia: distribution('rpm', 'rpm', 'mageia'),
  'Photon OS': distribution('rpm', 'rpm', 'photon'),
  'Azure Linux': distribution('rpm', 'rpm', 'azure-linux'),
};

/** `Debian:12` as ecosystem and release; the release is null where none is named. */
export function splitEcosystem(text: string): { readonly base: string; readonly release: string | null } {
  const colon = text.indexOf(':');
  return colon === -1 ? { base: text, release: null } : { base: text.slice(0, colon), release: text.slice(colon + 1) };
}

/** The ecosystem of that name; null for one that is not known here. */
export function ecosystemOf(base: string): Ecosystem | null {
  return Object.hasOwn(ecosystems, base) ? (ecosystems[base] ?? null) : null;
}
