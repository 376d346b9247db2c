// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { parseXml } from '@plumbline/formats/xml/parse-xml';
import { elementsOf, textIn } from '@plumbline/formats/xml/xml-element';
import type { S3Client, S3WholeAnswer } from './s3-client.ts';

/** `key` is the whole key in the bucket, prefix included. */
export type ListedObject = { readonly key: string; readonly size: number; readonly lastModified: string };

const pagesMax = 10_000;

/** Everything below a prefix of the bucket, page by page. An answer that is not understood is `fetch-failed`, not an end. */
export async function* listObjects(client: S3Client, prefix: string): AsyncIterable<ListedObject> {
  const tokens = new Set<string>();
  let token: string | null = null;
  for (let page = 0; page < pagesMax; page += 1) {
    const query = { 'list-type': '2', prefix, ...(token === null ? {} : { 'continuation-token': token }) };
    const { status, body }: S3WholeAnswer = await client.askWhole({ method: 'GET', key: '', query });
    const parsed = parseXml(body, {
      Contents: { Key: {}, Size: {}, LastModified: {} },
      IsTruncated: {},
      NextContinuationToken: {},
    });
    if (status !== 200 || parsed.state === 'failed' || parsed.root.name !== 'ListBucketResult')
      throw failed(client, `the server does not list the bucket (${status})`);
    for (const element of elementsOf(parsed.root, 'Contents')) {
      const [key, size, lastModified] = ['Key', 'Size', 'LastModified'].map((name) => textIn(element, name));
      if (
        typeof key !== 'string' ||
        !key.startsWith(prefix) ||
        !/^\d+$/u.test(size ?? '') ||
        Number.isNaN(Date.parse(lastModified ?? ''))
      )
        throw failed(client, 'the server lists something that is no object');
      yield { key, size: Number(size), lastModified: new Date(lastModified ?? '').toISOString() };
    }
    if (textIn(parsed.root, 'IsTruncated') !== 'true') return;
    const next = textIn(parsed.root, 'NextContinuationToken');
    if (next === null || tokens.has(next)) throw failed(client, 'the server lists without an end');
    tokens.add(next);
    token = next;
  }
  throw failed(client, 'the bucket has too many objects');
}

function failed({ location }: S3Client, because: string): PlumblineError {
  return new PlumblineError('fetch-failed', because, { path: location });
}
