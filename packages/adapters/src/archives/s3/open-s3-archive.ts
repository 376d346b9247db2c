// SPDX-License-Identifier: Apache-2.0
import type { ArchiveStore, EntryToKeep, KeptEntry } from '@plumbline/core/archive/archive-store';
import type { Digest } from '@plumbline/core/digest';
import { PlumblineError } from '@plumbline/core/errors';
import { createEntryBudget, entryBytesMax } from '../kept-files/entry-budget.ts';
import { entryFileName, nameOfEntryFile } from '../kept-files/entry-file-name.ts';
import { hexOf } from '../kept-files/hex-of.ts';
import { bodyChecksum, checksumHeader } from './body-checksum.ts';
import { listObjects } from './list-objects.ts';
import { objectContent } from './object-content.ts';
import { lockHeaders, type ObjectLock } from './object-lock.ts';
import { putObject } from './put-object.ts';
import { type S3Client, s3Client, type S3ClientOptions } from './s3-client.ts';
import type { S3Settings } from './s3-settings.ts';

const objectsBelow = 'objects/sha256/';
const entriesBelow = 'releases/';

const keyOf = (digest: Digest): string => `${objectsBelow}${hexOf(digest).slice(0, 2)}/${hexOf(digest)}`;
const entryKey = (name: string): string => `${entriesBelow}${entryFileName(name)}`;

/** `lock`: what is put is locked against deleting by the server, whose bucket must know object lock. */
export type S3ArchiveOptions = S3ClientOptions & { readonly lock?: ObjectLock };

/** An archive in a bucket, with the same names as in a folder. The server must know conditional writes (`If-None-Match`). */
export function openS3Archive(settings: S3Settings, { lock, ...options }: S3ArchiveOptions = {}): ArchiveStore {
  const client = s3Client(settings, options);
  const locked = lockHeaders(lock ?? null);
  const { prefix } = settings;
  return {
    location: client.location,
    put: (object, content) => putObject({ client, key: keyOf(object.digest), headers: locked }, object, content),
    read: async (digest) => objectContent(client, keyOf(digest)),
    async *objects() {
      for await (const { key, size, lastModified } of listObjects(client, `${prefix}${objectsBelow}`)) {
        const hex = key.slice(key.lastIndexOf('/') + 1);
        if (/^[0-9a-f]{64}$/u.test(hex) && key === `${prefix}${keyOf(`sha256:${hex}`)}`)
          yield { digest: `sha256:${hex}`, size, keptAt: lastModified };
      }
    },
    removeObject: async (digest) => remove(client, keyOf(digest)),
    addEntry: async (entry) => putEntry(client, entry, { ...locked, 'if-none-match': '*' }),
    replaceEntry: async (entry) => void (await putEntry(client, entry, locked)),
    entry: async (name) => readEntry(client, entryKey(name), name),
    entries: () => readEntries(client, prefix),
    removeEntry: async (name) => remove(client, entryKey(name)),
  };
}

async function putEntry(
  client: S3Client,
  { name, text }: EntryToKeep,
  headers: { readonly [name: string]: string },
): Promise<boolean> {
  const key = entryKey(name);
  const body = Buffer.from(text);
  const { status, repeated } = await client.askWhole({
    method: 'PUT',
    key,
    headers: { ...headers, [checksumHeader]: bodyChecksum(body) },
    body,
  });
  if (status === 200) return true;
  // 409: another writer is at it right now, and is to win.
  if (status !== 412 && status !== 409) throw refused(client, key, status);
  // The first attempt may have been done without an answer: then the entry that is there is this one.
  return repeated && Buffer.from((await readEntry(client, key, name))?.bytes ?? []).equals(body);
}

async function remove(client: S3Client, key: string): Promise<void> {
  const { status } = await client.askWhole({ method: 'DELETE', key });
  if (status !== 204 && status !== 200 && status !== 404) throw refused(client, key, status);
}

async function readEntry(client: S3Client, key: string, name: string): Promise<KeptEntry | null> {
  const { status, body } = await client.askWhole({ method: 'GET', key }, entryBytesMax);
  if (status === 404) return null;
  if (status !== 200) throw refused(client, key, status);
  return { name, bytes: body };
}

async function readEntries(client: S3Client, prefix: string): Promise<readonly KeptEntry[]> {
  const kept: KeptEntry[] = [];
  const budget = createEntryBudget(client.location);
  for await (const { key } of listObjects(client, `${prefix}${entriesBelow}`)) {
    const name = nameOfEntryFile(key.slice(prefix.length + entriesBelow.length));
    const entry = name === null ? null : await readEntry(client, key.slice(prefix.length), name);
    if (entry === null) continue;
    budget.take(entry.bytes.length);
    kept.push(entry);
  }
  return kept.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function refused({ location }: S3Client, key: string, status: number): PlumblineError {
  return new PlumblineError('fetch-failed', `the server answers ${status}`, { path: `${location} ${key}` });
}
