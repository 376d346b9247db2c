// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { RestoreFolder } from '@plumbline/core/archive/restore-folder';
import { PlumblineError } from '@plumbline/core/errors';
import { writeHashed } from '../platform/files/keep-stream.ts';
import { readRegularFile } from '../platform/files/read-regular-file.ts';
import { releaseFileContent } from './release-file-content.ts';

/** Restores files into a folder. Names are those of files in it; one that is there already is never written over. */
export function restoreFolder(path: string): RestoreFolder {
  return {
    write: async (name, content, bytesMax) => {
      const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
      const file = await open(join(path, name), flags, 0o644).catch((cause: unknown) => {
        throw new PlumblineError('output-unwritable', 'the file cannot be created', { path: join(path, name), cause });
      });
      try {
        return await writeHashed(file, atMost(content, bytesMax));
      } finally {
        await file.close();
      }
    },
    read: async (name, bytesMax) => {
      const read = await readRegularFile(join(path, name), { bytesMax });
      return read.state === 'read' ? read.bytes : null;
    },
    source: (name, size) => ({ size, open: () => releaseFileContent(path, name), path: join(path, name) }),
    sha512: async (name) => {
      const hash = createHash('sha512');
      for await (const chunk of releaseFileContent(path, name)) hash.update(chunk);
      return hash.digest('hex');
    },
  };
}

/** One byte more than the bound tells that there was more, and the rest is not worth the room. */
async function* atMost(content: AsyncIterable<Uint8Array>, bytesMax: number): AsyncIterable<Uint8Array> {
  let left = bytesMax + 1;
  for await (const chunk of content) {
    yield chunk.subarray(0, left);
    left -= Math.min(left, chunk.length);
    if (left === 0) return;
  }
}
