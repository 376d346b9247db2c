// SPDX-License-Identifier: Apache-2.0
import { ArchiveFault } from './archive-file.ts';

/** Whether an archive cannot be read, and not the machine: what is found in it, and what zlib throws for bytes that are none of its. */
export function isArchiveFault(cause: unknown): cause is Error {
  if (cause instanceof ArchiveFault) return true;
  return cause instanceof Error && 'code' in cause && /^Z_|^ERR_ZSTD|^ZSTD_/u.test(String(cause.code));
}
