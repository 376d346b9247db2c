// SPDX-License-Identifier: Apache-2.0
import { readRegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
import { unreadWords } from '@plumbline/adapters/platform/files/unread-words';
import { PlumblineError } from '@plumbline/core/errors';

const bytesMax = 1024 * 1024;

/** A file of this machine, as somebody named it, of at most 1 MiB. Throws `input-unreadable`. */
export async function readTextFile(path: string): Promise<string> {
  const file = await readRegularFile(path, { bytesMax, followLink: true });
  if (file.state === 'read') return file.bytes.toString('utf8');
  throw new PlumblineError('input-unreadable', `cannot be read: ${unreadWords[file.state]}`, { path });
}
