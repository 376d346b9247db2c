// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import type { FeedPart } from '../../platform/feeds/feed-part.ts';
import { stateFile, stateSchema } from '../../platform/feeds/read-feed-parts.ts';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.ts';

/** Where the content of a part went. */
export type WrittenFile = Pick<FeedPart, 'file' | 'digest' | 'bytes'>;

/**
 * Writes the content of a part under a name that its digest gives it: into a new file, flushed, then renamed. What is
 * there under that name is the same already.
 */
export async function writePartFile(folder: string, name: string, pieces: Iterable<Uint8Array>): Promise<WrittenFile> {
  const temporary = join(folder, `.part.${randomBytes(6).toString('hex')}`);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(temporary, 'wx');
    try {
      for (const piece of gathered(pieces)) {
        hash.update(piece);
        bytes += piece.length;
        await file.writeFile(piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    const digest = hash.digest('hex');
    const final = `${name}-${digest.slice(0, 16)}.feed`;
    await rename(temporary, join(folder, final));
    return { file: final, digest: `sha256:${digest}`, bytes };
  } catch (cause) {
    await rm(temporary, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PlumblineError('output-unwritable', `cannot write the feeds: ${reason}`, { path: folder, cause });
  }
}

const pieceBytes = 1_048_576;

/** Many small pieces as few large ones: a write for each of a million texts takes longer than the texts. */
function* gathered(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    held.push(piece);
    bytes += piece.length;
    if (bytes < pieceBytes) continue;
    yield Buffer.concat(held);
    [held, bytes] = [[], 0];
  }
  yield Buffer.concat(held);
}

/**
 * Makes the parts what readers see, all at once, and then removes files that no part names. A reader that has opened one
 * of those keeps it. Call under the lock.
 */
export async function publishParts(folder: string, parts: readonly FeedPart[]): Promise<void> {
  const sorted = [...parts].sort((a, b) => compareText(a.feed, b.feed) || compareText(a.part, b.part));
  await writeFileAtomically(
    join(folder, stateFile),
    `${JSON.stringify({ schema: stateSchema, parts: sorted }, null, 2)}\n`,
  );
  const named = new Set(sorted.map(({ file }) => file));
  for (const file of await readdir(folder))
    if (/^(?:\.part\.[0-9a-f]{12}|.+-[0-9a-f]{16}\.feed)$/.test(file) && !named.has(file))
      await rm(join(folder, file), { force: true });
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
