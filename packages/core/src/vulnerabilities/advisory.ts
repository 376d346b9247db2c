// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '../findings/severity.ts';

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

export type AffectedRange = {
  readonly type: 'SEMVER' | 'ECOSYSTEM' | 'GIT';
  readonly events: readonly RangeEvent[];
};

/** A package that an advisory is about: ecosystem and name as OSV writes them, and as package URL without version. */
export type AffectedPackage = {
  readonly ecosystem: string;
  readonly name: string;
  readonly purl: string | null;
  readonly ranges: readonly AffectedRange[];
  readonly versions: readonly string[];
};

/** What an advisory says without there being a vulnerability: the package is no longer kept, or has a fault of its own. */
export type Informational = 'unmaintained' | 'unsound' | 'notice';

/** An advisory as matching needs it (OSV schema 1.7). */
export type Advisory = {
  readonly id: string;
  readonly aliases: readonly string[];
  /** Advisories that this one passes on, as distributions do with CVEs (OSV 1.7 `upstream`). */
  readonly upstream: readonly string[];
  readonly summary: string | null;
  readonly modifiedAt: string;
  readonly publishedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly cvss: readonly string[];
  /** The database's own word, where it has no vector. */
  readonly severity: Exclude<Severity, 'unrated'> | null;
  /** Null: a vulnerability or a malicious package. */
  readonly informational: Informational | null;
  readonly weaknesses: readonly string[];
  readonly affected: readonly AffectedPackage[];
};
