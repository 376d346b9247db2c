// SPDX-License-Identifier: Apache-2.0

/** How versions of an ecosystem are ordered. */
export type VersionScheme =
  | 'semver'
  | 'pep440'
  | 'maven'
  | 'debian'
  | 'rpm'
  | 'alpine'
  | 'rubygems'
  | 'go'
  | 'nuget'
  | 'composer'
  | 'crates';

/** One event of a range (OSV §affected[].ranges[].events). `introduced: '0'` is before every version. */
export type RangeEvent =
  | { readonly introduced: string }
  | { readonly fixed: string }
  | { readonly lastAffected: string }
  | { readonly limit: string };

/** A package that an advisory is about: ecosystem and name as OSV writes them, and as package URL without version. */
export type AffectedPackage = {
  readonly ecosystem: string;
  readonly name: string;
  readonly purl: string | null;
  readonly ranges: readonly { readonly type: 'SEMVER' | 'ECOSYSTEM' | 'GIT'; readonly events: readonly RangeEvent[] }[];
  readonly versions: readonly string[];
};

/** An advisory as matching needs it (OSV schema 1.7). */
export type Advisory = {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly modifiedAt: string;
  readonly publishedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly cvss: readonly string[];
  readonly weaknesses: readonly string[];
  readonly affected: readonly AffectedPackage[];
};
