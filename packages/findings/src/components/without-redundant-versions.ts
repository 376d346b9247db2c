// SPDX-License-Identifier: Apache-2.0
import type { AffectedPackage, VersionScheme } from '@plumbline/core/vulnerabilities/advisory';
import { versionOrders } from '@plumbline/core/versions/version-orders';
import { schemeOf } from './evaluate-affected.ts';
import { orderRange } from './evaluate-range.ts';

/**
 * The same package of an advisory without the listed versions that its ranges hold anyway: databases list thousands, and
 * what is left decides every question alike. Ranges of commits, which match no version, are kept only where there is
 * nothing else.
 */
export function withoutRedundantVersions(affected: AffectedPackage, scheme: VersionScheme | null): AffectedPackage {
  const ranges = affected.ranges.filter(({ type }) => type !== 'GIT');
  if (ranges.length === 0) return affected.versions.length === 0 ? affected : { ...affected, ranges };
  const tests = ranges.flatMap((range) => {
    const own = schemeOf(range, scheme);
    if (own === null) return [];
    const { parse } = versionOrders[own];
    const ordered = orderRange(range, versionOrders[own]);
    if (ordered.state === 'undecided') return [];
    return [
      (text: string): boolean => {
        const version = parse(text);
        return version !== null && ordered.evaluate(version).state === 'in';
      },
    ];
  });
  return {
    ...affected,
    ranges,
    versions: affected.versions.filter((version) => !tests.some((holds) => holds(version))),
  };
}
