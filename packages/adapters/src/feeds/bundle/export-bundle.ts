// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { PlumblineError } from '@plumbline/core/errors';
import { renderEndOfLife } from '@plumbline/formats/end-of-life/render-end-of-life';
import { renderCve } from '@plumbline/formats/cve/render-cve';
import { renderKev } from '@plumbline/formats/kev/render-kev';
import { renderOsv } from '@plumbline/formats/osv/render-osv';
import { type Feeds, openFeeds } from '../../platform/feeds/open-feeds.ts';
import { manifestName } from '../import/read-feed-file.ts';
import { type TarFile, writeTar } from './write-tar.ts';

const linesBytesMax = 16 * 1024 * 1024;

/**
 * Writes all feeds of a folder into one archive (.tar.gz) of public formats: OSV records as JSON lines, the catalog of
 * exploited vulnerabilities in CISA's JSON, scores in FIRST's CSV, assessments as CVE records, ends of life in endoflife.date's JSON, and a list of
 * how new each is. The same feeds give the same bytes. Throws `input-unreadable` when there are none.
 */
export async function exportBundle(folder: string, path: string): Promise<void> {
  const feeds = await openFeeds(folder);
  if (feeds === null)
    throw new PlumblineError('input-unreadable', 'no feeds are kept there', {
      path: folder,
      next: 'plumbline feeds sync',
    });
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const files = await bundleFiles(feeds);
    await pipeline(
      Readable.from(writeTar(files)),
      createGzip({ level: 9 }),
      createWriteStream(temporary, { flags: 'wx' }),
    );
    const written = await open(temporary, 'r');
    await written.sync();
    await written.close();
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    if (cause instanceof PlumblineError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PlumblineError('output-unwritable', `cannot write the bundle: ${reason}`, { path, cause });
  } finally {
    feeds.close();
  }
}

async function bundleFiles(feeds: Feeds): Promise<Iterable<TarFile>> {
  const [exploited, scores, products] = [await feeds.exploited(), await feeds.scores(), await feeds.lifecycles()];
  const assessed = await feeds.assessed();
  const kev = feeds.part('kev');
  return (function* (): Generator<TarFile> {
    yield file(manifestName, JSON.stringify({ schema: 1, asOf: agesOf(feeds) }, null, 2));
    for (const { feed, part } of feeds.parts) if (feed === 'osv') yield* advisoryFiles(feeds, part);
    if (exploited !== null && kev !== null)
      yield file('known_exploited_vulnerabilities.json', renderKev([...exploited.values()], kev.asOf));
    if (scores !== null) yield file('epss_scores.csv', epssCsv(scores));
    if (assessed !== null) yield* linesFiles('cve/records', assessed, renderCve);
    if (products !== null) yield file('end-of-life.json', renderEndOfLife(products));
  })();
}

const file = (name: string, text: string): TarFile => ({ name, bytes: Buffer.from(text) });

function agesOf({ parts }: Feeds): object {
  const osv = parts.filter(({ feed }) => feed === 'osv').map(({ part, asOf }) => [part, asOf] as const);
  const others = parts.filter(({ feed }) => feed !== 'osv').map(({ feed, asOf }) => [feed, asOf] as const);
  return { ...Object.fromEntries(others), osv: Object.fromEntries(osv) };
}

function advisoryFiles(feeds: Feeds, base: string): Iterable<TarFile> {
  const slug = base
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  return linesFiles(`osv/${slug}`, feeds.advisories(base)?.all() ?? [], renderOsv);
}

/** JSON lines, in as many files as they need. */
function* linesFiles<T>(name: string, all: Iterable<T>, render: (one: T) => string): Generator<TarFile> {
  let lines: string[] = [];
  let bytes = 0;
  let number = 1;
  const flush = (): TarFile => file(`${name}-${String(number).padStart(4, '0')}.jsonl`, `${lines.join('\n')}\n`);
  for (const one of all) {
    const line = render(one);
    lines.push(line);
    bytes += line.length;
    if (bytes < linesBytesMax) continue;
    yield flush();
    number += 1;
    [lines, bytes] = [[], 0];
  }
  if (lines.length > 0) yield flush();
}

function epssCsv(scores: readonly (readonly [cve: string, epss: number, percentile: number])[]): string {
  return `cve,epss,percentile\n${scores.map((row) => `${row.join(',')}\n`).join('')}`;
}
