// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FeedName } from '@plumbline/core/facts/vulnerability-feeds';
import type { ProductLifecycle } from '@plumbline/core/vulnerabilities/product-cycle';
import type { KnownExploited } from '@plumbline/formats/kev/parse-kev';
import { readRegularFile } from '../files/read-regular-file.ts';
import { type AdvisoryIndex, openAdvisoryIndex } from './advisory-index/open-advisory-index.ts';
import { allEpss, type EpssScore, lookUpEpss } from './epss-table.ts';
import type { FeedPart } from './feed-part.ts';
import { damaged, readFeedParts } from './read-feed-parts.ts';

const wholeBytesMax = 512 * 1024 * 1024;

/** Feeds as they were when opened; what an import changes meanwhile is not seen. All methods throw `state-damaged`. */
export type Feeds = {
  readonly parts: readonly FeedPart[];
  /** The part that holds a feed, or an ecosystem's advisories; null when there is none. */
  readonly part: (feed: FeedName, base?: string) => FeedPart | null;
  /** Opened when first asked for; null when no advisories of the ecosystem are kept. */
  readonly advisories: (base: string) => AdvisoryIndex | null;
  readonly exploited: () => Promise<ReadonlyMap<string, KnownExploited> | null>;
  /** Probability of exploitation by CVE id; null when there are no scores. */
  readonly probabilities: () => Promise<((id: string) => number | null) | null>;
  /** Every score: CVE id, probability, percentile; in the order of ids. */
  readonly scores: () => Promise<readonly EpssScore[] | null>;
  readonly lifecycles: () => Promise<readonly ProductLifecycle[] | null>;
  readonly close: () => void;
};

/** Opens the feeds of a folder; null when it has none. */
export async function openFeeds(folder: string): Promise<Feeds | null> {
  const parts = await readFeedParts(folder);
  if (parts.length === 0) return null;
  const indexes = new Map<string, AdvisoryIndex>();
  const part = (feed: FeedName, base: string = feed): FeedPart | null =>
    parts.find((one) => one.feed === feed && one.part === base) ?? null;
  const whole = async (feed: FeedName): Promise<Buffer | null> => {
    const found = part(feed);
    return found === null ? null : readWhole(folder, found);
  };
  return {
    parts,
    part,
    advisories: (base) => {
      const open = indexes.get(base);
      const found = part('osv', base);
      if (open !== undefined || found === null) return open ?? null;
      const index = openPart(join(folder, found.file));
      indexes.set(base, index);
      return index;
    },
    exploited: async () => {
      const bytes = await whole('kev');
      if (bytes === null) return null;
      const rows = JSON.parse(bytes.toString('utf8')) as readonly KnownExploited[]; // its digest says that it is what was written
      return new Map(rows.map((row) => [row.cve, row]));
    },
    probabilities: async () => {
      const table = await whole('epss');
      return table === null ? null : (id) => lookUpEpss(table, id)?.epss ?? null;
    },
    scores: async () => {
      const table = await whole('epss');
      return table === null ? null : allEpss(table);
    },
    lifecycles: async () => {
      const bytes = await whole('end-of-life');
      return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as readonly ProductLifecycle[]); // as above
    },
    close: () => {
      for (const index of indexes.values()) index.close();
      indexes.clear();
    },
  };
}

function openPart(path: string): AdvisoryIndex {
  try {
    return openAdvisoryIndex(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') throw damaged(path, 'its file is gone');
    throw cause;
  }
}

async function readWhole(folder: string, { file, digest }: FeedPart): Promise<Buffer> {
  const path = join(folder, file);
  const read = await readRegularFile(path, { bytesMax: wholeBytesMax });
  if (read.state !== 'read') throw damaged(path, `its file is ${read.state}`);
  if (`sha256:${createHash('sha256').update(read.bytes).digest('hex')}` !== digest)
    throw damaged(path, 'its content is not what was imported');
  return read.bytes;
}
