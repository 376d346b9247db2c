// SPDX-License-Identifier: Apache-2.0
import type { ArchiveFile, ArchiveLimits } from '../../platform/archives/archive-file.ts';

/** A file of feed data. */
export type FeedFile = ArchiveFile;

/** More than any feed has: files, bytes of one, bytes of all after unpacking. */
export const feedLimits: ArchiveLimits = {
  filesMax: 2_000_000,
  fileBytesMax: 64 * 1024 * 1024,
  totalBytesMax: 16 * 1024 * 1024 * 1024,
};
