// SPDX-License-Identifier: Apache-2.0
import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import type { ReleasePart, ReleaseRole } from '@plumbline/core/release/release-manifest';
import { keepStream, type KeptStream } from '../platform/files/keep-stream.ts';
import { readChunks } from '../platform/files/read-chunks.ts';

/** A file that the caller names for a release. */
export type NamedFile = { readonly path: string; readonly role: ReleaseRole };

/**
 * Copies a file into the folder of a release, unless it lies there. Links are refused. Throws `input-unreadable` and
 * `interrupted`, which leaves nothing half-written.
 */
export async function copyPart({ path, role }: NamedFile, folder: string, signal: CancelSignal): Promise<ReleasePart> {
  const opened = await readChunks(path);
  if (opened === null) throw new PlumblineError('input-unreadable', 'there is no such file', { path });
  const chunks = untilAborted(opened.chunks, signal, path);
  const name = basename(path);
  const liesThere = (await realpath(dirname(path))) === (await realpath(folder));
  const kept = liesThere ? await hashOf(chunks) : await keepStream(join(folder, name), chunks);
  if (kept === null) throw new PlumblineError('output-unwritable', 'the file cannot be written', { path: name });
  return { name, role, ...kept };
}

async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<KeptStream> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { digest: `sha256:${hash.digest('hex')}`, size };
}

async function* untilAborted(
  chunks: AsyncIterable<Uint8Array>,
  signal: CancelSignal,
  path: string,
): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    if (signal.aborted) throw new PlumblineError('interrupted', 'interrupted while gathering', { path });
    yield chunk;
  }
}
