// SPDX-License-Identifier: Apache-2.0
import type { RegularFile } from './read-regular-file.ts';

/** Why a file that somebody named was not read, to follow "cannot be read: ". */
export const unreadWords: { readonly [S in Exclude<RegularFile['state'], 'read'>]: string } = {
  missing: 'there is no such file',
  'not-regular': 'it is a folder, a pipe or a device, and a file is needed',
  'too-large': 'it is too large to be what is expected',
  unreadable: 'reading it is not permitted, or fails',
};
