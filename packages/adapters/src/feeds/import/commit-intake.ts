// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import type { FeedName } from '@plumbline/core/facts/vulnerability-feeds';
import { openAdvisoryIndex } from '../../platform/feeds/advisory-index/open-advisory-index.ts';
import type { FeedPart } from '../../platform/feeds/feed-part.ts';
import { readFeedParts } from '../../platform/feeds/read-feed-parts.ts';
import { createFolder } from '../../platform/files/create-folder.ts';
import { renderEpssTable } from '../epss/render-epss-table.ts';
import type { AdvisoryShard } from '../osv/advisory-shard.ts';
import { renderAdvisoryIndex } from '../osv/render-advisory-index.ts';
import { withFeedLock } from '../store/feed-lock.ts';
import { publishParts, writePartFile } from '../store/write-parts.ts';
import { commitAssessments } from './commit-assessments.ts';
import type { FeedIntake } from './feed-intake.ts';
import { type Brought, earlier, joinedAge, statedAge } from './part-age.ts';

export type Committing = Brought & { readonly folder: string };

/**
 * Joins what was read with what is kept, and publishes it as one. Of advisories and CVE records the newer version of each
 * id counts and none is lost; the other feeds are replaced. The parts that changed come back.
 */
export async function commitIntake(intake: FeedIntake, committing: Committing): Promise<readonly FeedPart[]> {
  const { folder } = committing;
  await createFolder(folder);
  return withFeedLock(folder, async () => {
    const kept = await partsOrNone(folder);
    const changed: FeedPart[] = [];
    for (const shard of intake.shards.values()) changed.push(await commitShard(shard, kept, intake, committing));
    const assessed = await commitAssessments(
      intake,
      kept.find(({ feed }) => feed === 'cve'),
      committing,
    );
    if (assessed !== null) changed.push(assessed);
    changed.push(...(await commitWholes(intake, committing)));
    const isChanged = ({ feed, part }: FeedPart): boolean =>
      changed.some((one) => one.feed === feed && one.part === part);
    await publishParts(folder, [...kept.filter((part) => !isChanged(part)), ...changed]);
    return changed;
  });
}

/** Damaged state is what an import repairs: it begins anew. */
async function partsOrNone(folder: string): Promise<readonly FeedPart[]> {
  try {
    return await readFeedParts(folder);
  } catch (error) {
    if (error instanceof PlumblineError && error.code === 'state-damaged') return [];
    throw error;
  }
}

async function commitShard(
  shard: AdvisoryShard,
  kept: readonly FeedPart[],
  intake: FeedIntake,
  { folder, provenance, now }: Committing,
): Promise<FeedPart> {
  const old = kept.find(({ feed, part }) => feed === 'osv' && part === shard.base);
  const stated = statedAge(intake, `osv/${shard.base}`, { provenance, now });
  const { newestAt } = shard;
  const complete = old === undefined || mergeKept(shard, join(folder, old.file));
  const written = await writePartFile(folder, `osv-${slug(shard.base)}`, renderAdvisoryIndex(shard));
  return {
    feed: 'osv',
    part: shard.base,
    ...written,
    entries: shard.size,
    refused: intake.refused,
    asOf: joinedAge({ stated, newestAt, old, complete }, now),
    importedAt: now,
    source: provenance.source,
    ...(provenance.etag === undefined ? {} : { etag: provenance.etag }),
  };
}

/** Adds the advisories that are kept; whether all of them had come again. A damaged file holds none. */
function mergeKept(shard: AdvisoryShard, path: string): boolean {
  if (!existsSync(path)) return true;
  try {
    const index = openAdvisoryIndex(path);
    try {
      const all = index.all();
      const complete = all.every(({ id }) => shard.has(id));
      for (const advisory of all) shard.add(advisory);
      return complete;
    } finally {
      index.close();
    }
  } catch (error) {
    if (error instanceof PlumblineError && error.code === 'state-damaged') return true;
    throw error;
  }
}

async function commitWholes(intake: FeedIntake, { folder, provenance, now }: Committing): Promise<readonly FeedPart[]> {
  const { kev, epss, products } = intake;
  const parts: FeedPart[] = [];
  const keep = async (
    feed: FeedName,
    rows: number,
    dated: string | null,
    pieces: Iterable<Uint8Array>,
  ): Promise<void> => {
    const written = await writePartFile(folder, feed, pieces);
    const asOf = statedAge(intake, feed, { provenance, now }) ?? earlier(dated ?? '1970-01-01T00:00:00Z', now);
    const etag = provenance.etag === undefined ? {} : { etag: provenance.etag };
    parts.push({
      feed,
      part: feed,
      ...written,
      entries: rows,
      refused: 0,
      asOf,
      importedAt: now,
      source: provenance.source,
      ...etag,
    });
  };
  if (kev !== null) await keep('kev', kev.rows.length, kev.asOf, [json(kev.rows)]);
  if (epss !== null) await keep('epss', epss.rows.length, epss.asOf, renderEpssTable(epss.rows));
  if (products.size > 0) {
    const sorted = [...products.values()].sort((a, b) => (a.product < b.product ? -1 : 1));
    await keep('end-of-life', sorted.length, intake.productsAsOf, [json(sorted)]);
  }
  return parts;
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const slug = (base: string): string =>
  base
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
