// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { FeedName } from '@plumbline/core/facts/vulnerability-feeds';
import type { CveAssessment } from '@plumbline/core/vulnerabilities/cve-assessment';
import type { ProductLifecycle } from '@plumbline/core/vulnerabilities/product-cycle';
import type { KnownExploited } from '@plumbline/formats/kev/parse-kev';
import { type AdvisoryIndex, openAdvisoryIndex } from './advisory-index/open-advisory-index.ts';
import { allAssessments, lookUpAssessment } from './assessment-lines.ts';
import { allEpss, type EpssScore, lookUpEpss } from './epss-table.ts';
import type { FeedPart } from './feed-part.ts';
import { damaged, readFeedParts } from './read-feed-parts.ts';
import { readWholePart } from './read-whole-part.ts';

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
  /** What the record of a CVE says to weigh it, by its id; null when no records are kept. */
  readonly assessments: () => Promise<((id: string) => CveAssessment | null) | null>;
  /** Every assessment, in the order of ids. */
  readonly assessed: () => Promise<Iterable<CveAssessment> | null>;
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
    return found === null ? null : readWholePart(folder, found);
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
    ...wholeFeeds(whole),
    close: () => {
      for (const index of indexes.values()) index.close();
      indexes.clear();
    },
  };
}

type WholeFeeds = Pick<Feeds, 'exploited' | 'probabilities' | 'scores' | 'assessments' | 'assessed' | 'lifecycles'>;

/** The feeds of one part each, which is read when asked for. */
function wholeFeeds(whole: (feed: FeedName) => Promise<Buffer | null>): WholeFeeds {
  return {
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
    assessments: async () => {
      const table = await whole('cve');
      return table === null ? null : (id) => lookUpAssessment(table, id);
    },
    assessed: async () => {
      const table = await whole('cve');
      return table === null ? null : allAssessments(table);
    },
    lifecycles: async () => {
      const bytes = await whole('end-of-life');
      return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as readonly ProductLifecycle[]); // as above
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
