// SPDX-License-Identifier: Apache-2.0
import { compareLists, type Numeral, numeralOf } from '../numeral.ts';
import { comparePrerelease, type Prerelease, prereleaseOf } from '../semver/prerelease.ts';
import { type VersionOrder, versionLengthMax } from '../version-order.ts';

export type NuGetVersion = { readonly release: readonly Numeral[]; readonly prerelease: Prerelease };

const pattern = /^v?(\d+(?:\.\d+){0,3})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]*)?$/i;

/** NuGet: one to four numbers, prerelease identifiers as in Semantic Versioning but without case, no metadata. */
export const nugetOrder: VersionOrder<NuGetVersion> = {
  parse(text) {
    const match = text.length > versionLengthMax ? null : pattern.exec(text.trim());
    if (match === null) return null;
    const [, release = '', prerelease] = match;
    return {
      release: release.split('.').map(numeralOf),
      prerelease: prerelease === undefined ? [] : prereleaseOf(prerelease.toLowerCase()),
    };
  },
  compare: (a, b) => compareLists(a.release, b.release, 0) || comparePrerelease(a.prerelease, b.prerelease),
};
