// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { readChunks } from '../platform/files/read-chunks.ts';

/** The bytes of a file in the folder of a release. Throws `input-unreadable` when it is missing or a link. */
export async function* releaseFileContent(folder: string, name: string): AsyncIterable<Uint8Array> {
  const path = join(folder, name);
  const opened = await readChunks(path);
  if (opened === null)
    throw new PlumblineError('input-unreadable', 'the release lists this file, and it is not there', { path });
  yield* opened.chunks;
}
