// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';

/** What a file of a release is for (SP 800-218 PS.3.1). */
export const releaseRoles = ['artifact', 'source', 'sbom', 'provenance', 'report', 'signature', 'gate-result'] as const;
export type ReleaseRole = (typeof releaseRoles)[number];

/** A file of a release. `name` is that of a file in the release's folder: no folders, no control characters. `size` in bytes. */
export type ReleasePart = {
  readonly name: string;
  readonly role: ReleaseRole;
  readonly digest: Digest;
  readonly size: number;
};

/** The gate's decision about the released commit, or why the release goes without one. */
export type ReleaseGate =
  | { readonly outcome: 'passed'; readonly decidedAt: string; readonly policy: Digest }
  | { readonly outcome: 'not-asked'; readonly reason: string };

/**
 * Everything that a release consists of. Parts are sorted by name; the file is canonical JSON (RFC 8785) and a line break, so
 * that one release has one digest.
 */
export type ReleaseManifest = {
  readonly schemaVersion: '1.0';
  readonly tag: string;
  /** Full id of the commit that the tag leads to. */
  readonly commit: string;
  /** ISO 8601 to the second: SOURCE_DATE_EPOCH, else the date of the tag. */
  readonly createdAt: string;
  readonly gate: ReleaseGate;
  readonly parts: readonly ReleasePart[];
};

/** The manifest's own name in the folder of the release; no part may have it. */
export const releaseManifestName = 'release.json';
