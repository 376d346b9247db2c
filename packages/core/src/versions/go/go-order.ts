// SPDX-License-Identifier: Apache-2.0
import { semverOrder, type SemanticVersion } from '../semver/semver-order.ts';
import type { VersionOrder } from '../version-order.ts';

/** `go1.21rc2`: how the toolchain and the standard library name their own releases. */
const toolchain = /^go(\d+(?:\.\d+)*)(?:(beta|rc)(\d+))?$/;

/**
 * Versions of Go modules: Semantic Versioning with a leading `v`, where `+incompatible` is build metadata and a
 * pseudo-version (`v0.0.0-20191109021931-daa7c04131f5`) a prerelease, both of which order as they stand; and releases
 * of Go itself, where `go1.21rc2` is 1.21.0-rc.2.
 */
export const goOrder: VersionOrder<SemanticVersion> = {
  parse(text) {
    const match = text.startsWith('go') ? toolchain.exec(text) : null;
    if (match === null) return semverOrder.parse(text);
    const [, release = '', stage, number] = match;
    return semverOrder.parse(stage === undefined ? release : `${release}-${stage}.${number}`);
  },
  compare: semverOrder.compare,
};
