// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';

/** Something of an archive that is not as it was put there. */
export type DrillFault = {
  readonly release: string;
  /** The object's name in the release; null: the entry of the release itself. */
  readonly object: string | null;
  readonly what: 'missing' | 'altered' | 'contradictory';
  readonly because: string;
};

/** A release that a drill tried to restore. `manifest` is null when the entry cannot be read. */
export type DrilledRelease = {
  readonly name: string;
  readonly manifest: Digest | null;
  readonly tag: string | null;
  readonly commit: string | null;
  readonly retainUntil: string | null;
  readonly restored: boolean;
};

/** A drill that restored an archive and compared every byte (SP 800-218 PS.3.1), as an entry of kind `drills`. */
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
};
