// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Digest } from '@plumbline/core/digest';
import { PlumblineError } from '@plumbline/core/errors';

/**
 * The lines of a log in order. What it hands out is only known to be right at the end, when the digest is compared; then, or
 * when there is no such file, it throws `state-damaged`: whoever reads must not act on lines before the end.
 */
export async function* readLines(path: string, digest: Digest): AsyncIterable<string> {
  const hash = createHash('sha256');
  let rest = '';
  try {
    const file = await openFile(path);
    const stream = file.createReadStream({ encoding: 'utf8', highWaterMark: 1024 * 1024 });
    for await (const chunk of stream as AsyncIterable<string>) {
      hash.update(chunk);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (cause) {
    throw damaged(path, 'it cannot be read', cause);
  }
  if (rest !== '') yield rest;
  if (`sha256:${hash.digest('hex')}` !== digest) throw damaged(path, 'its content is not what its name says');
}

/** Neither a link nor a pipe, to which nobody may ever write. */
async function openFile(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new TypeError('not a file');
}

function damaged(path: string, because: string, cause?: unknown): PlumblineError {
  return new PlumblineError('state-damaged', `kept results are damaged: ${because}`, {
    path,
    next: 'Import the report again; what was kept of it is derived and can be deleted',
    ...(cause === undefined ? {} : { cause }),
  });
}
