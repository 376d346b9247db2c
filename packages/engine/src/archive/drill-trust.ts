// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '@plumbline/core/digest';
import type { ReleasePart } from '@plumbline/core/release/release-manifest';
import type { DrilledArtifact } from '@plumbline/core/state/drill-entry';
import type { RestoreFolder } from '@plumbline/core/archive/restore-folder';

/** The restored files of a release. */
export type RestoredParts = {
  readonly folder: RestoreFolder;
  readonly parts: readonly ReleasePart[];
  /** Of all files of the release, those that were not restored, too. */
  readonly names: readonly string[];
};

/** Holds one restored artifact against a trust policy. */
export type VerifyRestored = (part: ReleasePart) => Promise<Pick<DrilledArtifact, 'outcome' | 'requirements'>>;

/** What a drill verifies by; `verifier` is asked once a release. `digest`: of the text of the trust policy. */
export type DrillTrust = {
  readonly digest: Digest;
  readonly verifier: (restored: RestoredParts) => Promise<VerifyRestored>;
};
