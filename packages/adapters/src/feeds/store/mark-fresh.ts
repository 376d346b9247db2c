// SPDX-License-Identifier: Apache-2.0
import type { FeedPart } from '../../platform/feeds/feed-part.ts';
import { readFeedParts } from '../../platform/feeds/read-feed-parts.ts';
import { withFeedLock } from './feed-lock.ts';
import { publishParts } from './write-parts.ts';

/** The publisher says that a part has not changed: its data is of this moment. Nothing happens when it is another by now. */
export async function markFresh(folder: string, { feed, part, digest }: FeedPart, asOf: string): Promise<void> {
  await withFeedLock(folder, async () => {
    const parts = await readFeedParts(folder);
    const fresh = parts.map((one) =>
      one.feed === feed && one.part === part && one.digest === digest ? { ...one, asOf } : one,
    );
    await publishParts(folder, fresh);
  });
}
