// SPDX-License-Identifier: Apache-2.0
import type { ArchivedObject } from '@plumbline/core/archive/archive-entry';
import type { ReleaseManifest } from '@plumbline/core/release/release-manifest';

/** A release that lies in a folder: its manifest, and the files beside it. */
export type ReleaseSource = {
  readonly manifest: ReleaseManifest;
  /** The file of the manifest itself. */
  readonly file: ArchivedObject;
  /** The bytes of a file by its name. Throws `input-unreadable`. */
  readonly open: (name: string) => AsyncIterable<Uint8Array>;
};
