// SPDX-License-Identifier: Apache-2.0
import type { ArchiveLimits } from '../platform/archives/archive-file.ts';

const mebibyte = 1024 * 1024;

/** Of one archive. What is passed over without being unpacked to memory counts as well, so that no bomb is walked through. */
export const artifactLimits: ArchiveLimits = {
  filesMax: 500_000,
  fileBytesMax: 64 * mebibyte,
  totalBytesMax: 32 * 1024 * mebibyte,
};

/** Archives within archives, such as jars in a war in an ear. */
export const nestingMax = 4;

/** Bytes that may be unpacked of archives within archives altogether. */
export const nestedBytesMax: number = 1024 * mebibyte;

export const metadataBytesMax: number = 16 * mebibyte;
export const packagesMax = 200_000;
export const remarksMax = 200;
