// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';
import type { VerifiedRequirement } from './verification-entry.ts';

/** Something of an archive that is not as it was put there, or that contradicts another file of its release. */
export type DrillFault = {
  readonly release: string;
  /** The object's name in the release; null: the entry of the release itself. */
  readonly object: string | null;
  readonly what: 'missing' | 'altered' | 'contradictory';
  readonly because: string;
};

/** What came of signatures and provenance. `not-asked`: the drill had no trust policy, and nobody looked. */
export type DrillOutcome = VerifiedRequirement['outcome'] | 'not-asked';

/** An artifact of a release that was drilled. */
export type DrilledArtifact = {
  readonly name: string;
  /** 64 hex digits: as the manifest says, and of the restored bytes unless a fault says otherwise. */
  readonly sha256: string;
  readonly outcome: DrillOutcome;
  /** Those of the trust policy; empty without one. */
  readonly requirements: readonly VerifiedRequirement[];
  /** Other files of the release that state this digest: lists of checksums, bills of materials, provenance. */
  readonly statedBy: readonly string[];
};

/** Why a file of a release was not compared with the artifacts. */
export type DrillRemark = { readonly object: string; readonly because: string };

/**
 * A release that a drill tried to restore. `manifest` is null when the entry cannot be read. Entries of earlier versions have
 * neither `artifacts` nor `remarks`.
 */
export type DrilledRelease = {
  readonly name: string;
  readonly manifest: Digest | null;
  readonly tag: string | null;
  readonly commit: string | null;
  readonly retainUntil: string | null;
  /** Every byte is as it was put, and no file of it contradicts another. */
  readonly restored: boolean;
  /** Empty where the manifest could not be read. */
  readonly artifacts?: readonly DrilledArtifact[];
  readonly remarks?: readonly DrillRemark[];
};

/**
 * A drill that restored an archive, compared every byte and, with a trust policy, verified signatures and provenance again
 * (SP 800-218 PS.3.1), as an entry of kind `drills`.
 */
export type DrillEntry = {
  readonly schema: 1;
  readonly what: 'archive-drill';
  readonly archive: string;
  readonly startedAt: string;
  readonly releases: readonly DrilledRelease[];
  readonly objects: number;
  readonly bytes: number;
  readonly faults: readonly DrillFault[];
  readonly restored: boolean;
  /** Of the text of the trust policy; null, or not there in entries of earlier versions: signatures were not looked at. */
  readonly trust?: Digest | null;
  /** The worst of all artifacts; with a trust policy, a release that is not restored could not be assessed. */
  readonly verified?: DrillOutcome;
};
