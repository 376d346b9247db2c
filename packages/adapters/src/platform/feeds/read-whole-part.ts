// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readRegularFile } from '../files/read-regular-file.ts';
import type { FeedPart } from './feed-part.ts';
import { damaged } from './read-feed-parts.ts';

const wholeBytesMax = 512 * 1024 * 1024;

/** The file of a part, byte for byte as it was imported. Throws `state-damaged`. */
export async function readWholePart(folder: string, { file, digest }: FeedPart): Promise<Buffer> {
  const path = join(folder, file);
  const read = await readRegularFile(path, { bytesMax: wholeBytesMax });
  if (read.state !== 'read') throw damaged(path, `its file is ${read.state}`);
  if (`sha256:${createHash('sha256').update(read.bytes).digest('hex')}` !== digest)
    throw damaged(path, 'its content is not what was imported');
  return read.bytes;
}
