// SPDX-License-Identifier: Apache-2.0
import { packageUrl } from './package-url.ts';

/** Types of package URLs by the names that OSV, package managers and scanners give to ecosystems, in lower case. */
const typeOf: { readonly [ecosystem: string]: string } = {
  ...named('npm', 'npm yarn pnpm bun node-pkg nodejs javascript'),
  ...named('pypi', 'pypi pip pipenv poetry pdm uv python python-pkg'),
  ...named('golang', 'go golang gomod gomodules gobinary go-module'),
  ...named('cargo', 'cargo crates.io rust rustbinary rust-crate'),
  ...named('maven', 'maven gradle sbt jar pom java java-archive'),
  ...named('gem', 'gem rubygems bundler gemspec ruby'),
  ...named('composer', 'composer packagist php'),
  ...named('nuget', 'nuget dotnet dotnet-core dotnet-deps paket'),
  ...named('hex', 'hex mix elixir erlang'),
  ...named('pub', 'pub dart'),
  ...named('cocoapods', 'cocoapods'),
  ...named('swift', 'swift swifturl spm'),
  ...named('conan', 'conan conancenter'),
  ...named('hackage', 'hackage'),
  ...named('cran', 'cran'),
};

function named(type: string, ecosystems: string): { readonly [ecosystem: string]: string } {
  return Object.fromEntries(ecosystems.split(' ').map((ecosystem) => [ecosystem, type]));
}

/**
 * The package URL of a package by its ecosystem and its whole name as that ecosystem writes it: `@babel/core`,
 * `org.apache.commons:commons-io`, `github.com/gorilla/mux`. Null: the ecosystem is not one whose names are certain here
 * (packages of a distribution need the distribution too), or there is no such package.
 */
export function ecosystemPackageUrl(
  ecosystem: string | null,
  name: string | null,
  version: string | null,
): string | null {
  const key = ecosystem?.toLowerCase() ?? '';
  const type = Object.hasOwn(typeOf, key) ? typeOf[key] : undefined;
  if (type === undefined || name === null) return null;
  // Java's packages are written group:artifact, and by some tools group/artifact.
  const whole = type === 'maven' ? name.replace(':', '/') : name;
  if (type === 'maven' && whole.split('/').length !== 2) return null;
  const at = whole.lastIndexOf('/');
  return packageUrl({
    type,
    namespace: at === -1 ? null : whole.slice(0, at),
    name: whole.slice(at + 1),
    version: type === 'golang' ? moduleVersion(whole, version) : version,
  });
}

/** Versions of Go modules begin with `v`, which some tools leave out; those of the standard library do not. */
const moduleVersion = (module: string, version: string | null): string | null =>
  module !== 'stdlib' && module.includes('.') && /^\d+\.\d/.test(version ?? '') ? `v${version}` : version;
