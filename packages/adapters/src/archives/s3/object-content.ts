// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { attemptsMax } from './retry-policy.ts';
import { brokenBy, type S3Answer, type S3Client } from './s3-client.ts';

/**
 * The bytes of an object, or null when there is none. Where the connection breaks off they go on at the byte after the last one,
 * as long as it is the same object and each attempt brings some. Throws `fetch-failed`: an end that comes too soon means that the
 * server could not be read, not that it has other bytes.
 */
export async function objectContent(client: S3Client, key: string): Promise<AsyncIterable<Uint8Array> | null> {
  const answer = await client.ask({ method: 'GET', key });
  if (answer.status === 200) return untilEnd(client, key, answer);
  answer.body.resume();
  if (answer.status === 404) return null;
  throw broken(client, key, `the server answers ${answer.status}`);
}

async function* untilEnd(client: S3Client, key: string, first: S3Answer): AsyncIterable<Uint8Array> {
  const { etag } = first.headers;
  let answer = first;
  let read = 0;
  for (let fruitless = 0; ;) {
    try {
      for await (const chunk of answer.body as AsyncIterable<Buffer>) {
        read += chunk.length;
        fruitless = 0;
        yield chunk;
      }
      return;
    } catch (cause) {
      const { because, passes } = brokenBy(cause);
      fruitless += 1;
      if (!passes || fruitless >= attemptsMax || etag === undefined)
        throw broken(client, key, `the connection broke off: ${because}`);
    }
    await client.wait(fruitless);
    const headers = { range: `bytes=${read}-`, 'if-match': etag };
    answer = await client.ask({ method: 'GET', key, headers });
    const from = new RegExp(`^bytes ${read}-`, 'u').test(answer.headers['content-range'] ?? '');
    if (answer.status === 206 && from) continue;
    answer.body.resume();
    throw broken(client, key, `the connection broke off, and the server does not go on (${answer.status})`);
  }
}

function broken({ location }: S3Client, key: string, because: string): PlumblineError {
  return new PlumblineError('fetch-failed', because, { path: `${location} ${key}` });
}
