// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** SHA-256 of a file in hexadecimal, read as a stream; the last part of the path is no link. Throws what the file system says. */
export async function digestFile(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const hash = createHash('sha256');
  for await (const chunk of file.createReadStream()) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
