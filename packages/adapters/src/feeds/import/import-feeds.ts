// SPDX-License-Identifier: Apache-2.0
import { basename } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import type { FeedPart } from '../../platform/feeds/feed-part.ts';
import { feedFiles } from '../sources/feed-files.ts';
import { commitIntake } from './commit-intake.ts';
import { FeedIntake, type Provenance, type RefusedRecord } from './feed-intake.ts';
import { readFeedFile } from './read-feed-file.ts';

export type ImportOptions = {
  readonly folder: string;
  /** ISO 8601. */
  readonly now: string;
  /** Said by the caller: the data is of this moment. */
  readonly asOf?: string;
  readonly provenance?: Provenance;
  readonly progress?: (text: string) => void;
};

/** What came of an import; `refusals` are the first of those that `refused` counts. */
export type ImportedFeeds = {
  readonly changed: readonly FeedPart[];
  readonly advisories: number;
  readonly refused: number;
  readonly refusals: readonly RefusedRecord[];
  readonly otherFiles: number;
};

/**
 * Reads files and folders of feed data and keeps what they hold. Throws `input-unreadable`, `input-invalid` (nothing of
 * any feed was in them), `output-unwritable`; what was kept before is then still there.
 */
export async function importFeeds(paths: readonly string[], options: ImportOptions): Promise<ImportedFeeds> {
  const intake = new FeedIntake();
  let files = 0;
  for (const path of paths)
    for await (const file of feedFiles(path)) {
      readFeedFile(file, intake);
      files += 1;
      if (files % 500 === 0) options.progress?.(`${files} files read, ${intake.advisories} advisories`);
    }
  if (isNothing(intake)) throw nothingFound(paths, intake);
  options.progress?.('writing the index');
  const provenance = options.provenance ?? {
    source: paths
      .map((path) => basename(path))
      .join(', ')
      .slice(0, 200),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
  };
  const changed = await commitIntake(intake, { folder: options.folder, provenance, now: options.now });
  const { advisories, refused, refusals, otherFiles } = intake;
  return { changed, advisories, refused, refusals, otherFiles };
}

function isNothing({ advisories, kev, epss, cve, products }: FeedIntake): boolean {
  return advisories === 0 && kev === null && epss === null && cve.isEmpty && products.size === 0;
}

function nothingFound(paths: readonly string[], { refusals }: FeedIntake): PlumblineError {
  const [first] = refusals;
  const because = first === undefined ? '' : ` (${first.name}: ${first.because})`;
  return new PlumblineError('input-invalid', `no feed data was found${because}`, {
    path: paths[0] ?? '',
    next: 'Pass OSV records (JSON, YAML, all.zip, .tar.gz), the KEV JSON, the EPSS CSV, CVE records, or JSON of endoflife.date',
  });
}
