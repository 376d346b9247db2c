// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';

const ending = '.json';
const lengthMax = 200;

/** The file of a release's entry: its name with everything but letters, digits and `-_.!~*'()` percent-encoded. */
export function entryFileName(name: string): string {
  const encoded = name.isWellFormed() ? encodeURIComponent(name) : '';
  if (encoded === '' || encoded.length > lengthMax || name.startsWith('.'))
    throw new PlumblineError('usage', `a release cannot be archived under this name`, {
      path: name.slice(0, lengthMax),
      next: `Give it one of 1 to ${lengthMax} characters that does not begin with a dot: --as NAME`,
    });
  return `${encoded}${ending}`;
}

/** The name of the release whose entry has this file name; null: it is no entry. */
export function nameOfEntryFile(file: string): string | null {
  if (file.startsWith('.') || !file.endsWith(ending)) return null;
  const encoded = file.slice(0, -ending.length);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // nobody put it there; as an entry it is damaged, which its reader says
  }
}
