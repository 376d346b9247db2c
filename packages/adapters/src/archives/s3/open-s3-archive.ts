// SPDX-License-Identifier: Apache-2.0
import type { ArchiveStore, EntryToKeep, KeptEntry } from '@plumbline/core/archive/archive-store';
import type { Digest } from '@plumbline/core/digest';
import { PlumblineError } from '@plumbline/core/errors';
import { entryFileName, nameOfEntryFile } from '../kept-files/entry-file-name.ts';
import { hexOf } from '../kept-files/hex-of.ts';
import { listObjects } from './list-objects.ts';
import { putObject } from './put-object.ts';
import { type S3Client, s3Client } from './s3-client.ts';
import type { S3Settings } from './s3-settings.ts';

const objectsBelow = 'objects/sha256/';
const entriesBelow = 'releases/';

const keyOf = (digest: Digest): string => `${objectsBelow}${hexOf(digest).slice(0, 2)}/${hexOf(digest)}`;

/** An archive in a bucket, with the same names as in a folder. The server must know conditional writes (`If-None-Match`). */
export function openS3Archive(settings: S3Settings): ArchiveStore {
  const client = s3Client(settings);
  const { prefix } = settings;
  return {
    location: client.location,
    put: (object, content) => putObject(client, keyOf(object.digest), object, content),
    read: async (digest) => get(client, keyOf(digest)),
    async *objects() {
      for await (const { key, size, lastModified } of listObjects(client, `${prefix}${objectsBelow}`)) {
        const hex = key.slice(key.lastIndexOf('/') + 1);
        if (/^[0-9a-f]{64}$/u.test(hex) && key === `${prefix}${keyOf(`sha256:${hex}`)}`)
          yield { digest: `sha256:${hex}`, size, keptAt: lastModified };
      }
    },
    removeObject: async (digest) => remove(client, keyOf(digest)),
    addEntry: async (entry) => putEntry(client, entry, { 'if-none-match': '*' }),
    replaceEntry: async (entry) => void (await putEntry(client, entry, {})),
    entries: () => readEntries(client, prefix),
    removeEntry: async (name) => remove(client, `${entriesBelow}${entryFileName(name)}`),
  };
}

async function putEntry(
  client: S3Client,
  { name, text }: EntryToKeep,
  headers: { readonly [name: string]: string },
): Promise<boolean> {
  const key = `${entriesBelow}${entryFileName(name)}`;
  const { status } = await client.askWhole({ method: 'PUT', key, headers, body: Buffer.from(text) });
  // 409: another writer is at it right now, and is to win.
  if (status === 412 || status === 409) return false;
  if (status !== 200) throw refused(client, key, status);
  return true;
}

async function remove(client: S3Client, key: string): Promise<void> {
  const { status } = await client.askWhole({ method: 'DELETE', key });
  if (status !== 204 && status !== 200 && status !== 404) throw refused(client, key, status);
}

async function get(client: S3Client, key: string): Promise<AsyncIterable<Uint8Array> | null> {
  const { status, body } = await client.ask({ method: 'GET', key });
  if (status === 200) return untilBroken(body, `${client.location}${key}`);
  body.resume();
  if (status === 404) return null;
  throw refused(client, key, status);
}

async function readEntries(client: S3Client, prefix: string): Promise<readonly KeptEntry[]> {
  const kept: KeptEntry[] = [];
  for await (const { key } of listObjects(client, `${prefix}${entriesBelow}`)) {
    const name = nameOfEntryFile(key.slice(prefix.length + entriesBelow.length));
    if (name === null) continue;
    const { status, body } = await client.askWhole({ method: 'GET', key: key.slice(prefix.length) });
    if (status === 200) kept.push({ name, bytes: body });
    else if (status !== 404) throw refused(client, key.slice(prefix.length), status);
  }
  return kept.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** A body that ends too soon means that the server could not be read, not that it has other bytes. */
async function* untilBroken(body: AsyncIterable<Uint8Array>, path: string): AsyncIterable<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw new PlumblineError('fetch-failed', 'the connection broke off', { path, cause });
  }
}

function refused({ location }: S3Client, key: string, status: number): PlumblineError {
  return new PlumblineError('fetch-failed', `the server answers ${status}`, { path: `${location}${key}` });
}
