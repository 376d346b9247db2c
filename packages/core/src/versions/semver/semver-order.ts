// SPDX-License-Identifier: Apache-2.0
import { compareLists, type Numeral, numeralOf } from '../numeral.ts';
import { type VersionOrder, versionLengthMax } from '../version-order.ts';
import { comparePrerelease, type Prerelease, prereleaseOf } from './prerelease.ts';

/** `release` has as many numbers as the text; those that are not written are 0. */
export type SemanticVersion = { readonly release: readonly Numeral[]; readonly prerelease: Prerelease };

// A hyphen may be missing before a word (`1.2.3beta`), as npm's loose form has it
const pattern = /^[v=]?(\d+(?:\.\d+)*)(?:-?([A-Za-z-][0-9A-Za-z.-]*)|-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.+_-]*)?$/;

/**
 * Semantic Versioning 2.0.0, §10 (build metadata says nothing) and §11. What databases and registries write beside it is
 * taken too: a leading `v` or `=`, fewer or more than three numbers.
 */
export const semverOrder: VersionOrder<SemanticVersion> = {
  parse(text) {
    const match = text.length > versionLengthMax ? null : pattern.exec(text.trim());
    if (match === null) return null;
    const [, release = '', word, identifiers] = match;
    const prerelease = word ?? identifiers;
    return {
      release: release.split('.').map(numeralOf),
      prerelease: prerelease === undefined ? [] : prereleaseOf(prerelease),
    };
  },
  compare: (a, b) => compareLists(a.release, b.release, 0) || comparePrerelease(a.prerelease, b.prerelease),
};
