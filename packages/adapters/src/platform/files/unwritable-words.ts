// SPDX-License-Identifier: Apache-2.0

/** What the operating system says, in words that need no manual: its own name the temporary file, which nobody asked for. */
const words: { readonly [code: string]: string } = {
  EACCES: 'writing there is not permitted',
  EPERM: 'writing there is not permitted',
  EROFS: 'the file system is read-only',
  ENOENT: 'the folder that it belongs into is not there, or takes no files',
  ENOTDIR: 'a part of its path is a file and no folder',
  EISDIR: 'a folder is in its place',
  EEXIST: 'a file is in its place',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  ENAMETOOLONG: 'its name is too long',
};

/** Why something could not be written, to follow "cannot write …: ". */
export function unwritableWords(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? cause.code : undefined;
  return (typeof code === 'string' ? words[code] : undefined) ?? cause.message;
}
