// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Digest } from '@plumbline/core/digest';
import { PlumblineError } from '@plumbline/core/errors';

/**
 * The lines of a log in order. What it hands out is only known to be right at the end, when the digest is compared; then, or
 * when there is no such file, it throws `state-damaged`: whoever reads must not act on lines before the end.
 */
export async function* readLines(path: string, digest: Digest): AsyncIterable<string> {
  const hash = createHash('sha256');
  let rest = '';
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: 1024 * 1024 });
  try {
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

function damaged(path: string, because: string, cause?: unknown): PlumblineError {
  return new PlumblineError('state-damaged', `kept results are damaged: ${because}`, {
    path,
    next: 'Import the report again; what was kept of it is derived and can be deleted',
    ...(cause === undefined ? {} : { cause }),
  });
}
