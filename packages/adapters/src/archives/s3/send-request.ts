// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { S3Settings } from './s3-settings.ts';
import { encoded, queryText, signRequest } from './sign-request.ts';

/** `key` is below the prefix; empty: the bucket itself. */
export type S3Request = {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly key: string;
  readonly query?: { readonly [name: string]: string };
  readonly headers?: { readonly [name: string]: string };
  readonly body?: Uint8Array;
};

export type SendOptions = {
  readonly now: Date;
  /** Without a byte for this long, the server counts as gone. */
  readonly silenceMs: number;
};

export class SilenceError extends Error {
  constructor(silenceMs: number) {
    super(`no answer for ${silenceMs / 1000} s`);
  }
}

/** Signs a request and sends it once. Redirects are not followed. Throws what the connection throws. */
export async function sendRequest(
  settings: S3Settings,
  { method, key, query = {}, headers = {}, body = new Uint8Array() }: S3Request,
  { now, silenceMs }: SendOptions,
): Promise<IncomingMessage> {
  const { protocol, connect, host, path } = targetOf(settings, key);
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const unsigned = { method, path, query, headers: { ...headers, 'content-length': String(body.length) }, bodySha256 };
  const signed = signRequest(unsigned, { ...settings, host }, now);
  const text = queryText(query);
  const address = new URL(`${path}${text === '' ? '' : `?${text}`}`, `${protocol}//${connect}`);
  const start = protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = start(address, { method, headers: signed });
    // A server may answer, and hang up, before it has read everything: then the answer is what counts.
    request.once('response', resolve);
    request.once('error', reject);
    request.setTimeout(silenceMs, () => request.destroy(new SilenceError(silenceMs)));
    request.end(body);
  });
}

type Target = {
  readonly protocol: string;
  /** Host and port that are connected to. */
  readonly connect: string;
  /** What the request says, and the signature covers. */
  readonly host: string;
  readonly path: string;
};

function targetOf({ endpoint, bucket, prefix, addressing }: S3Settings, key: string): Target {
  const object = key === '' ? '' : `/${`${prefix}${key}`.split('/').map(encoded).join('/')}`;
  const base = endpoint.pathname.replace(/\/$/u, '');
  const { protocol, host } = endpoint;
  if (addressing === 'path') return { protocol, connect: host, host, path: `${base}/${bucket}${object}` };
  const ofBucket = `${bucket}.${host}`;
  // http is for this machine itself, whose name has no names in front that are known everywhere.
  return { protocol, connect: protocol === 'http:' ? host : ofBucket, host: ofBucket, path: `${base}${object}` || '/' };
}
