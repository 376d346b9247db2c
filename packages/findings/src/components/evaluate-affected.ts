// SPDX-License-Identifier: Apache-2.0
import type { AffectedPackage, AffectedRange, VersionScheme } from '@plumbline/core/vulnerabilities/advisory';
import { type ParsedVersion, versionOrders } from '@plumbline/core/versions/version-orders';
import { eventParts, orderRange, type RangeVerdict } from './evaluate-range.ts';

/** The version of a component, parsed once for each scheme that is asked about. */
export type ComponentVersion = {
  readonly text: string;
  /** Null: no version of that scheme. */
  readonly in: (scheme: VersionScheme) => ParsedVersion | null;
};

export function componentVersion(text: string): ComponentVersion {
  const parsed = new Map<VersionScheme, ParsedVersion | null>();
  return {
    text,
    in: (scheme) => {
      const known = parsed.get(scheme);
      if (known !== undefined) return known;
      const version = versionOrders[scheme].parse(text);
      parsed.set(scheme, version);
      return version;
    },
  };
}

/** Whether one package of an advisory speaks of a version, why, and which versions no longer have the fault. */
export type AffectedVerdict =
  | { readonly state: 'affected'; readonly because: string; readonly fixedIn: readonly string[] }
  | { readonly state: 'not-affected' }
  | { readonly state: 'undecided'; readonly because: string };

/**
 * By https://ossf.github.io/osv-schema/#evaluation: named in `versions`, or in one of the ranges. A range of type SEMVER
 * is ordered by Semantic Versioning (Go's versions by Go's way to write them), one of type ECOSYSTEM by the scheme of the
 * ecosystem. What cannot be ordered is undecided unless something else says yes.
 */
export function evaluateAffected(
  version: ComponentVersion,
  affected: AffectedPackage,
  scheme: VersionScheme | null,
): AffectedVerdict {
  const named = affected.versions.some((listed) => sameVersion(listed, version, scheme));
  if (named)
    return {
      state: 'affected',
      because: `${version.text} is named among the affected versions`,
      fixedIn: fixedIn(affected, null),
    };
  let undecided: string | null = null;
  let ranges = 0;
  for (const range of affected.ranges) {
    if (range.type === 'GIT') continue;
    ranges += 1;
    const verdict = evaluate(version, range, schemeOf(range, scheme));
    if (verdict.state === 'in')
      return { state: 'affected', because: reasonOf(version, range, verdict), fixedIn: fixedIn(affected, verdict) };
    if (verdict.state === 'undecided') undecided ??= verdict.because;
  }
  if (ranges === 0 && affected.versions.length === 0)
    undecided =
      affected.ranges.length === 0 ? 'the advisory names no version' : 'the advisory names commits only, no version';
  return undecided === null ? { state: 'not-affected' } : { state: 'undecided', because: undecided };
}

/** Go writes Semantic Versioning in its own way. */
export const schemeOf = ({ type }: AffectedRange, scheme: VersionScheme | null): VersionScheme | null =>
  type === 'SEMVER' && scheme !== 'go' ? 'semver' : scheme;

function evaluate(
  version: ComponentVersion,
  range: AffectedRange,
  scheme: VersionScheme | null,
): RangeVerdict | { readonly state: 'undecided'; readonly because: string } {
  if (scheme === null) return { state: 'undecided', because: 'nobody here knows how its ecosystem orders versions' };
  const parsed = version.in(scheme);
  if (parsed === null)
    return { state: 'undecided', because: `${version.text} is no version that its ecosystem can order` };
  const ordered = orderRange(range, versionOrders[scheme]);
  return ordered.state === 'undecided' ? ordered : ordered.evaluate(parsed);
}

/** The same text, or texts that the ecosystem calls the same (`1.0` and `1.0.0`). */
function sameVersion(listed: string, version: ComponentVersion, scheme: VersionScheme | null): boolean {
  if (listed === version.text) return true;
  const own = scheme === null ? null : version.in(scheme);
  if (scheme === null || own === null) return false;
  const other = versionOrders[scheme].parse(listed);
  return other !== null && versionOrders[scheme].compare(own, other) === 0;
}

function reasonOf(
  { text }: ComponentVersion,
  { type }: AffectedRange,
  { from, until }: RangeVerdict & { state: 'in' },
): string {
  const start = from === '0' ? 'the first version' : from;
  if (until === null) return `${text} is in the range from ${start} on (${type})`;
  const { kind, text: end } = eventParts(until);
  return `${text} is in the range from ${start} ${kind === 'fixed' ? 'to before' : 'up to'} ${end} (${type})`;
}

const fixesMax = 20;

/** The end of the range that the version is in, else every fix that the package has. */
function fixedIn({ ranges }: AffectedPackage, verdict: (RangeVerdict & { state: 'in' }) | null): readonly string[] {
  if (verdict?.until !== undefined && verdict.until !== null && 'fixed' in verdict.until) return [verdict.until.fixed];
  if (verdict !== null) return [];
  const all = ranges
    .filter(({ type }) => type !== 'GIT')
    .flatMap(({ events }) => events.flatMap((event) => ('fixed' in event ? [event.fixed] : [])));
  return [...new Set(all)].slice(0, fixesMax);
}
