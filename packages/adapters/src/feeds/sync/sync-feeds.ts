// SPDX-License-Identifier: Apache-2.0
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import type { FeedName } from '@plumbline/core/facts/vulnerability-feeds';
import type { FeedPart } from '../../platform/feeds/feed-part.ts';
import { readFeedParts } from '../../platform/feeds/read-feed-parts.ts';
import { inTemporaryFolder } from '../../platform/files/temporary-folder.ts';
import { checkAddress } from '../../platform/http/check-address.ts';
import { type Downloaded, download } from '../../platform/http/download.ts';
import { importFeeds } from '../import/import-feeds.ts';
import { markFresh } from '../store/mark-fresh.ts';
import { type FeedSource, feedSources } from './feed-addresses.ts';

export type Syncing = {
  readonly folder: string;
  readonly ecosystems: readonly string[];
  readonly feeds: readonly FeedName[];
  /** A mirror: a folder, or the address below which it has the files. Unset: the publishers themselves. */
  readonly from?: string;
  readonly now: () => string;
  readonly signal?: CancelSignal;
  readonly progress?: (text: string) => void;
};

/** What became of one part. `failed` keeps what was there before. */
export type Synced = {
  readonly feed: FeedName;
  readonly part: string;
  readonly state: 'changed' | 'unchanged' | 'failed';
  readonly because: string | null;
};

const timeoutMs = 30 * 60_000;

/**
 * Brings every part up to date, one after the other: each is published as soon as it is whole, so that a run which breaks
 * off keeps what it had, and the next one asks only for what changed. Throws `interrupted`, `usage`.
 */
export async function syncFeeds(syncing: Syncing): Promise<readonly Synced[]> {
  const groups = Map.groupBy(feedSources(syncing.ecosystems, syncing.feeds), ({ feed, part }) => `${feed} ${part}`);
  const results: Synced[] = [];
  const folder = await mirrorFolder(syncing.from);
  for (const [name, sources] of groups) {
    syncing.progress?.(`fetching ${name}`);
    const [{ feed, part }] = sources as [FeedSource, ...FeedSource[]]; // safe: a group has at least one
    try {
      const state = folder === null ? await fetchPart(sources, syncing) : await copyPart(sources, folder, syncing);
      results.push({ feed, part, state, because: null });
    } catch (error) {
      if (!(error instanceof PlumblineError) || error.code === 'interrupted' || error.code === 'usage') throw error;
      const place = error.path === undefined ? '' : ` (${error.path})`;
      results.push({ feed, part, state: 'failed', because: `${error.message}${place}` });
    }
  }
  return results;
}

/** Null: what is named is an address, or nothing is. Throws `usage` for what is neither. */
async function mirrorFolder(from: string | undefined): Promise<string | null> {
  if (from === undefined) return null;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(from)) {
    checkAddress(from);
    return null;
  }
  const found = await stat(from).catch(() => null);
  if (found?.isDirectory() !== true)
    throw new PlumblineError('usage', 'neither an address nor a folder', { path: from });
  return from;
}

async function copyPart(sources: readonly FeedSource[], folder: string, syncing: Syncing): Promise<'changed'> {
  const paths: string[] = [];
  for (const { path } of sources) {
    const file = join(folder, ...path.split('/').map(decodeURIComponent));
    if ((await stat(file).catch(() => null)) !== null) paths.push(file);
  }
  if (paths.length === 0)
    throw new PlumblineError('input-unreadable', `the mirror does not have ${sources[0]?.path}`, { path: folder });
  await importFeeds(paths, { folder: syncing.folder, now: syncing.now(), ...progressOf(syncing) });
  return 'changed';
}

const progressOf = ({ progress }: Syncing): { readonly progress?: (text: string) => void } =>
  progress === undefined ? {} : { progress };

async function fetchPart(sources: readonly FeedSource[], syncing: Syncing): Promise<'changed' | 'unchanged'> {
  return inTemporaryFolder(async (folder) => {
    const [first] = sources;
    const known = sources.length === 1 && first !== undefined ? await keptPart(first, syncing.folder) : undefined;
    const paths: string[] = [];
    let last: Downloaded | null = null;
    for (const source of sources) {
      const path = join(folder, ...source.path.split('/'));
      await mkdir(dirname(path), { recursive: true });
      const { signal } = syncing;
      const etag = known?.source === addressOf(source, syncing.from) ? known.etag : undefined;
      last = await download(addressOf(source, syncing.from), path, {
        bytesMax: source.bytesMax,
        timeoutMs,
        signal,
        etag,
      });
      if (last.state === 'unchanged' && known !== undefined) {
        if (syncing.from === undefined) await markFresh(syncing.folder, known, syncing.now());
        return 'unchanged';
      }
      paths.push(path);
    }
    const provenance = provenanceOf(sources, syncing, last);
    await importFeeds(paths, { folder: syncing.folder, now: syncing.now(), provenance, ...progressOf(syncing) });
    return 'changed';
  });
}

function addressOf({ address, path }: FeedSource, from: string | undefined): string {
  return from === undefined ? address : `${from.replace(/\/+$/, '')}/${path}`;
}

async function keptPart({ feed, part }: FeedSource, folder: string): Promise<FeedPart | undefined> {
  try {
    return (await readFeedParts(folder)).find((one) => one.feed === feed && one.part === part);
  } catch (error) {
    if (error instanceof PlumblineError && error.code === 'state-damaged') return undefined;
    throw error;
  }
}

/** What its publisher has at this moment is of this moment; a mirror lags behind, and says by how much if it can. */
function provenanceOf(
  sources: readonly FeedSource[],
  { from, now }: Syncing,
  last: Downloaded | null,
): { readonly source: string; readonly asOf?: string; readonly etag?: string } {
  const [first] = sources;
  const source = first === undefined ? '' : addressOf(first, from);
  const saved = last?.state === 'saved' && sources.length === 1 ? last : null;
  const asOf = from === undefined ? now() : saved?.lastModified;
  return {
    source: sources.length === 1 ? source : source.slice(0, source.lastIndexOf('/') + 1),
    ...(asOf === null || asOf === undefined ? {} : { asOf }),
    ...(saved?.etag === null || saved?.etag === undefined ? {} : { etag: saved.etag.slice(0, 200) }),
  };
}
