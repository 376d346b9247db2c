// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { feedNames, type FeedName } from '@plumbline/core/facts/vulnerability-feeds';
import { at, objectsOf, textOf } from '@plumbline/formats/json/json-fields';
import type { JsonObject } from '@plumbline/formats/json/json-value';
import { parseJson } from '@plumbline/formats/json/parse-json';
import { readRegularFile } from '../files/read-regular-file.ts';
import type { FeedPart } from './feed-part.ts';

/** Names which files belong together; replaced as one, so that a reader sees all of an import or nothing. */
export const stateFile = 'feeds.json';
export const stateSchema = 1;

const bytesMax = 4 * 1024 * 1024;
/** A file of the folder itself, never a path. */
const filePattern = /^[a-z0-9][a-z0-9.-]{0,120}$/;
const digestPattern = /^sha256:[0-9a-f]{64}$/;

/** The parts that a folder of feeds has; none when there is no such folder. Throws `state-damaged`. */
export async function readFeedParts(folder: string): Promise<readonly FeedPart[]> {
  const path = join(folder, stateFile);
  const file = await readRegularFile(path, { bytesMax });
  if (file.state === 'missing') return [];
  if (file.state !== 'read') throw damaged(path, `it is ${file.state}`);
  const parsed = parseJson(file.bytes);
  if (parsed.state === 'failed') throw damaged(path, parsed.fault.because);
  const [document] = parsed.values;
  if (at(document, 'schema') !== stateSchema) throw damaged(path, `it is not of schema ${stateSchema}`);
  return objectsOf(at(document, 'parts')).map((entry) => {
    const part = partOf(entry);
    if (part === null) throw damaged(path, 'an entry of it is none');
    return part;
  });
}

export function damaged(path: string, because: string): PlumblineError {
  return new PlumblineError('state-damaged', `feed data cannot be used: ${because}`, {
    path,
    next: 'Import the feeds again (plumbline feeds sync, or plumbline feeds import FILE)',
  });
}

const isFeed = (text: string | null): text is FeedName => (feedNames as readonly (string | null)[]).includes(text);

function partOf(entry: JsonObject): FeedPart | null {
  const text = (member: string): string => textOf(entry[member]) ?? '';
  const count = (member: string): number => (Number.isSafeInteger(entry[member]) ? Number(entry[member]) : -1);
  const feed = textOf(entry['feed']);
  const etag = textOf(entry['etag']);
  if (!isFeed(feed) || !filePattern.test(text('file')) || !digestPattern.test(text('digest'))) return null;
  if (Math.min(count('bytes'), count('entries'), count('refused')) < 0) return null;
  if ([text('asOf'), text('importedAt')].some((time) => Number.isNaN(Date.parse(time)))) return null;
  return {
    feed,
    part: text('part'),
    file: text('file'),
    digest: text('digest'),
    bytes: count('bytes'),
    entries: count('entries'),
    refused: count('refused'),
    asOf: text('asOf'),
    importedAt: text('importedAt'),
    source: text('source'),
    ...(etag === null ? {} : { etag }),
  };
}
