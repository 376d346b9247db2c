// SPDX-License-Identifier: Apache-2.0
import { join, resolve } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { readRegularFile } from '../files/read-regular-file.ts';

const listBytesMax = 65_536;
const storesMax = 64;

/**
 * Makes sure that what lists further object stores are files. Git reads such a list to its end, and would never come to
 * the end of a device. Objects of another store can only be reached by their ids, so borrowing gives nothing away.
 * Throws `repository-unreadable`.
 */
export async function checkAlternates(objects: string): Promise<void> {
  const stores = [objects];
  for (let index = 0; index < stores.length && index < storesMax; index++) {
    const store = stores[index] ?? objects;
    const path = join(store, 'info', 'alternates');
    const list = await readRegularFile(path, { bytesMax: listBytesMax, followLink: true });
    if (list.state === 'missing') continue;
    if (list.state !== 'read') {
      throw new PlumblineError('repository-unreadable', `${path} cannot be read: ${list.state}`, {
        path,
        next: 'Check its permissions, or assess a fresh clone',
      });
    }
    const lines = list.bytes.toString('utf8').split('\n');
    stores.push(
      ...lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => resolve(store, unquoted(line))),
    );
  }
}

/** A path in quotes is written as in C; the escapes that matter to find a folder are those of `"` and `\`. */
function unquoted(line: string): string {
  return line.startsWith('"') ? line.slice(1, line.lastIndexOf('"')).replaceAll(/\\(["\\])/gu, '$1') : line;
}
