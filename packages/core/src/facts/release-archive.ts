// SPDX-License-Identifier: Apache-2.0
import type { ReleaseRole } from '../release/release-manifest.ts';
import type { DrillOutcome } from '../state/drill-entry.ts';

/** What the newest drill that knew of a release showed. */
export type ReleaseDrill = {
  /** YYYY-MM-DD. */
  readonly on: string;
  /** Every byte is as it was put there, and no file contradicts another. */
  readonly restored: boolean;
  /** Of signatures and provenance. `not-asked`: the drill did not look at them. */
  readonly verified: DrillOutcome;
  /** What is missing, altered, contradictory or not verified; empty where nothing is. */
  readonly faults: readonly string[];
};

/** A release that an archive keeps, as it was put there last. */
export type KeptRelease = {
  /** In the archive. */
  readonly name: string;
  /** Null where a drill found it and could not read it. */
  readonly tag: string | null;
  readonly commit: string | null;
  /** Where it is, without credentials. */
  readonly archive: string;
  /** YYYY-MM-DD; null: it was put there elsewhere, and a drill found it. */
  readonly archivedOn: string | null;
  /** The last day, YYYY-MM-DD (UTC), of retention; null: without end. */
  readonly retainUntil: string | null;
  /** What its files are for, each once, sorted; null: only a drill knows of it, and drills do not say. */
  readonly roles: readonly ReleaseRole[] | null;
  /** Null: there was none since it was put there. */
  readonly drill: ReleaseDrill | null;
};

/** What is known here of archives of releases. */
export type ReleaseArchive = { readonly releases: readonly KeptRelease[] };
