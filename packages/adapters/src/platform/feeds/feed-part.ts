// SPDX-License-Identifier: Apache-2.0
import type { FeedName } from '@plumbline/core/facts/vulnerability-feeds';

/**
 * One file of feed data. `part`: the ecosystem of OSV's advisories, else the name of the feed. `asOf`: how new the data
 * is at least, ISO 8601; `digest`: of the file, `sha256:` and 64 hex digits.
 */
export type FeedPart = {
  readonly feed: FeedName;
  readonly part: string;
  readonly file: string;
  readonly digest: string;
  readonly bytes: number;
  readonly entries: number;
  /** Entries that could not be relied on and were left out. */
  readonly refused: number;
  readonly asOf: string;
  readonly importedAt: string;
  /** Address or name of the file that it came from. */
  readonly source: string;
  /** What the server calls this version of the data, to ask only for a newer one. */
  readonly etag?: string;
};
