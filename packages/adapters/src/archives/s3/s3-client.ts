// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PlumblineError } from '@plumbline/core/errors';
import type { S3Settings } from './s3-settings.ts';
import { encoded, queryText, signRequest } from './sign-request.ts';

/** `key` is below the prefix. A stream has `size` bytes with that SHA-256, which the signature covers. */
export type S3Request = {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly key: string;
  readonly query?: { readonly [name: string]: string };
  readonly headers?: { readonly [name: string]: string };
  readonly body?:
    | Uint8Array
    | { readonly content: AsyncIterable<Uint8Array>; readonly size: number; readonly sha256: string };
};

export type S3Answer = { readonly status: number; readonly etag: string | null; readonly body: IncomingMessage };

export type S3Client = {
  readonly location: string;
  /** Any answer below 500 that is no refusal of the caller. Throws `fetch-failed`. */
  readonly ask: (request: S3Request) => Promise<S3Answer>;
  /** The same with the whole body, of at most 16 MiB. */
  readonly askWhole: (
    request: S3Request,
  ) => Promise<{ readonly status: number; readonly etag: string | null; readonly body: Buffer }>;
};

/** Without a byte for this long, the server counts as gone. */
const silenceMs = 60_000;
const bodyBytesMax = 16 * 1024 * 1024;

/** As much of the S3 protocol as an archive needs, by path-style addresses. Redirects are not followed. */
export function s3Client(settings: S3Settings): S3Client {
  const location = `s3://${settings.bucket}/${settings.prefix}`;
  const ask: S3Client['ask'] = async (request) => {
    try {
      const answer = await send(settings, request);
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status !== 404 && status !== 409 && status !== 412)
        throw failed(location, `the server answers ${status} ${codeIn(await whole(answer, 65_536))}`.trim());
      return { status, etag: answer.headers.etag ?? null, body: answer };
    } catch (cause) {
      throw cause instanceof PlumblineError ? cause : unreachable(location, cause);
    }
  };
  return {
    location,
    ask,
    askWhole: async (request) => {
      const { status, etag, body } = await ask(request);
      try {
        return { status, etag, body: await whole(body, bodyBytesMax) };
      } catch (cause) {
        throw cause instanceof PlumblineError ? cause : unreachable(location, cause);
      }
    },
  };
}

async function send(
  settings: S3Settings,
  { method, key, query = {}, headers = {}, body }: S3Request,
): Promise<IncomingMessage> {
  const { endpoint, bucket, prefix } = settings;
  const target = key === '' ? '' : `/${`${prefix}${key}`.split('/').map(encoded).join('/')}`;
  const path = `${endpoint.pathname.replace(/\/$/u, '')}/${bucket}${target}`;
  const [bytes, stream] =
    body === undefined || body instanceof Uint8Array ? [body ?? Buffer.alloc(0), null] : [null, body];
  const bodySha256 =
    stream?.sha256 ??
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex');
  const size = stream?.size ?? bytes?.length ?? 0;
  const unsigned = { method, path, query, headers: { ...headers, 'content-length': String(size) }, bodySha256 };
  const signed = signRequest(unsigned, settings, new Date());
  const text = queryText(query);
  const start = endpoint.protocol === 'https:' ? requestHttps : requestHttp;
  const request = start(new URL(`${path}${text === '' ? '' : `?${text}`}`, endpoint), { method, headers: signed });
  request.setTimeout(silenceMs, () => request.destroy(new Error(`no answer for ${silenceMs / 1000} s`)));
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
  answered.catch(() => undefined); // what the body says of a failure tells more
  await pipeline(stream === null ? [bytes ?? Buffer.alloc(0)] : Readable.from(stream.content), request).catch(
    async (error: unknown) => {
      // A server may answer, and hang up, before it has read everything.
      if (isSystemError(error) || (error instanceof Error && error.message.startsWith('no answer'))) return;
      throw error;
    },
  );
  return answered;
}

async function whole(body: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > bytesMax) throw new PlumblineError('fetch-failed', `the server answers more than ${bytesMax} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The code of the error that a server names, if it is one word. */
function codeIn(body: Buffer): string {
  return /<Code>(\w{1,64})<\/Code>/u.exec(body.toString('latin1'))?.[1] ?? '';
}

function failed(path: string, because: string): PlumblineError {
  return new PlumblineError('fetch-failed', because, {
    path,
    next: 'Check bucket, AWS_REGION, AWS_ENDPOINT_URL_S3, and what the credentials may do',
  });
}

function unreachable(path: string, cause: unknown): unknown {
  if (!isSystemError(cause) && !(cause instanceof Error && /aborted|hang up|no answer/u.test(cause.message)))
    return cause;
  return new PlumblineError('fetch-failed', `the archive cannot be reached: ${(cause as Error).message}`, {
    path,
    next: 'Check the network and AWS_ENDPOINT_URL_S3',
    cause,
  });
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
