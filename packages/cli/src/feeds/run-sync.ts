// SPDX-License-Identifier: Apache-2.0
import { fetchedFeeds, usualEcosystems } from '@plumbline/adapters/feeds/sync/feed-addresses';
import { syncFeeds } from '@plumbline/adapters/feeds/sync/sync-feeds';
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import { PlumblineError } from '@plumbline/core/errors';
import type { FeedName } from '@plumbline/core/facts/vulnerability-feeds';
import { visibleText } from '@plumbline/reports/visible-text';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { FeedsOption } from './feeds-option.ts';

export type SyncOptions = FeedsOption & {
  readonly ecosystem?: readonly string[];
  readonly only?: readonly string[];
  readonly from?: string;
};

/** `plumbline feeds sync`: what could not be fetched keeps what was there, is told, and makes the exit code 3. */
export async function runSync(options: SyncOptions, terminal: Terminal): Promise<ExitCode> {
  const synced = await syncFeeds({
    folder: feedsFolder(options.feeds),
    ecosystems: options.ecosystem ?? usualEcosystems,
    feeds: (options.only ?? fetchedFeeds).map(feedOf),
    ...(options.from === undefined ? {} : { from: options.from }),
    now: () => new Date().toISOString(),
    signal: terminal.signal,
    progress: terminal.progress,
  });
  terminal.progress('');
  const lines = synced.map(({ feed, part, state, because }) => {
    const name = feed === part ? feed : `${feed} ${part}`;
    return `${name.padEnd(22)} ${state}${because === null ? '' : `: ${because}`}`;
  });
  await terminal.write(`${lines.map(visibleText).join('\n')}\n`);
  const failed = synced.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return exitCodes.done;
  terminal.message(
    `${failed.length} of ${synced.length} could not be fetched; what was kept of them stays. Without a network, import a bundle that was made elsewhere (plumbline feeds import FILE)`,
  );
  return exitCodes.couldNotAssess;
}

function feedOf(name: string): FeedName {
  const feed = fetchedFeeds.find((one) => one === name);
  if (feed === undefined)
    throw new PlumblineError('usage', `no feed called ${name} is fetched`, {
      next: `There are: ${fetchedFeeds.join(', ')}`,
    });
  return feed;
}
