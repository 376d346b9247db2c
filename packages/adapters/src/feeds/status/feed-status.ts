// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FeedPart } from '../../platform/feeds/feed-part.ts';
import { readFeedParts } from '../../platform/feeds/read-feed-parts.ts';

/** `intact`: the file is the one that was imported, byte for byte. */
export type FeedStatus = FeedPart & { readonly intact: boolean };

/** Every part, with its file read once more and compared. Throws `state-damaged` when the list itself cannot be read. */
export async function feedStatus(folder: string): Promise<readonly FeedStatus[]> {
  const statuses: FeedStatus[] = [];
  for (const part of await readFeedParts(folder))
    statuses.push({ ...part, intact: (await digestOfFile(join(folder, part.file))) === part.digest });
  return statuses;
}

async function digestOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return `sha256:${hash.digest('hex')}`;
  } catch {
    return null; // gone, or not to be read: not what was imported
  }
}
