// SPDX-License-Identifier: Apache-2.0
import { createHash, createHmac } from 'node:crypto';
import type { S3Settings } from './s3-settings.ts';

export type UnsignedRequest = {
  readonly method: string;
  /** Percent-encoded path on the server. */
  readonly path: string;
  readonly query: { readonly [name: string]: string };
  /** Lower-case names; all of them are signed. */
  readonly headers: { readonly [name: string]: string };
  /** 64 hex digits: SHA-256 of the body, which the server compares. */
  readonly bodySha256: string;
};

/** The headers of a request with its signature: AWS Signature Version 4 in one header, over everything that is sent. */
export function signRequest(
  { method, path, query, headers, bodySha256 }: UnsignedRequest,
  { host, region, credentials }: Pick<S3Settings, 'region' | 'credentials'> & { readonly host: string },
  now: Date,
): { readonly [name: string]: string } {
  const at = now.toISOString().replaceAll(/[-:]|\.\d{3}/gu, '');
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  const token = credentials.sessionToken === null ? {} : { 'x-amz-security-token': credentials.sessionToken };
  const sent: { readonly [name: string]: string } = {
    ...headers,
    ...token,
    host,
    'x-amz-content-sha256': bodySha256,
    'x-amz-date': at,
  };
  const names = Object.keys(sent).toSorted();
  const lines = names.map((name) => `${name}:${(sent[name] ?? '').trim()}\n`).join('');
  const request = [method, path, queryText(query), lines, names.join(';'), bodySha256].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(request).digest('hex')].join('\n');
  const key = [at.slice(0, 8), region, 's3', 'aws4_request'].reduce<Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    Buffer.from(`AWS4${credentials.secretAccessKey}`),
  );
  const signature = createHmac('sha256', key).update(toSign).digest('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { ...sent, authorization };
}

/** A query as it is signed and sent: sorted, each name and value encoded. */
export function queryText(query: { readonly [name: string]: string }): string {
  return Object.keys(query)
    .toSorted()
    .map((name) => `${encoded(name)}=${encoded(query[name] ?? '')}`)
    .join('&');
}

/** Percent-encodes everything but the unreserved characters of RFC 3986. */
export function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
