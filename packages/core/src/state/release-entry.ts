// SPDX-License-Identifier: Apache-2.0
import type { BinaryHardening } from '../building/binary-hardening.ts';
import type { Digest } from '../digest.ts';
import type { ReleaseGate, ReleasePart } from '../release/release-manifest.ts';

/** A binary of an artifact. `path` is within the artifact; empty when the artifact is the binary itself. */
export type ReleasedBinary = { readonly path: string } & Pick<BinaryHardening, 'format' | 'hardened' | 'protections'>;

/** What the files of a release say of one of its artifacts. The lists name those files. */
export type ReleasedArtifact = {
  readonly name: string;
  /** 64 hex digits. */
  readonly sha256: string;
  /** Lists of checksums that have this file with this digest. */
  readonly checksums: readonly string[];
  /** Lists of checksums that have this file with another digest. */
  readonly wrongChecksums: readonly string[];
  /** Signatures over it, or over a statement or a list of checksums that has its digest. Whether they verify is not said here. */
  readonly signatures: readonly string[];
  /** Bills of materials of it: they name its digest, or are of the release as a whole. */
  readonly sboms: readonly string[];
  /** Provenance with its digest among the subjects. */
  readonly provenance: readonly string[];
  /** Null: it was not looked into, or not all of it could be. */
  readonly binaries: readonly ReleasedBinary[] | null;
};

/** A release that was gathered, as an entry of kind `releases`. */
export type ReleaseEntry = {
  readonly schema: 1;
  /** Of the manifest, release.json. */
  readonly manifest: Digest;
  readonly tag: string;
  readonly commit: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly recordedAt: string;
  readonly gate: ReleaseGate;
  readonly parts: readonly ReleasePart[];
  readonly artifacts: readonly ReleasedArtifact[];
};
