// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { ArchivedObject } from '@plumbline/core/archive/archive-entry';
import { PlumblineError } from '@plumbline/core/errors';
import { checkKept } from '../kept-files/check-kept.ts';
import { bodyChecksum, checksumHeader } from './body-checksum.ts';
import type { ObjectPlace } from './object-place.ts';
import type { S3Client } from './s3-client.ts';

const mebibyte = 1024 * 1024;
/** One part is in memory at a time. S3 takes at most 10 000. */
const partBytesLeast = 16 * mebibyte;
const partBytesMost = 64 * mebibyte;
const partsMax = 10_000;

type Part = { readonly etag: string; readonly checksum: string };

/**
 * Uploads an object in parts, each signed with its own digest, which the server keeps; the object appears when the upload is
 * completed, which is only asked for when all bytes have the digest that was announced. A failure gives the parts up.
 */
export async function uploadInParts(
  { client, key, headers }: ObjectPlace,
  object: ArchivedObject,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const partBytes = Math.max(partBytesLeast, Math.ceil(object.size / partsMax));
  if (partBytes > partBytesMost)
    throw new PlumblineError('input-too-large', `a bucket takes at most ${partBytesMost * partsMax} bytes`, {
      path: object.name,
    });
  const upload = await begin(client, key, headers);
  try {
    const parts = await sendParts(client, { key, upload, partBytes }, object, content);
    await complete(client, key, upload, parts);
  } catch (error) {
    // What went wrong first is what matters; parts that are left are seen by nobody.
    await client.askWhole({ method: 'DELETE', key, query: { uploadId: upload } }).catch(() => undefined);
    throw error;
  }
}

async function begin(client: S3Client, key: string, lock: ObjectPlace['headers']): Promise<string> {
  const headers = { ...lock, 'x-amz-checksum-algorithm': 'SHA256' };
  const { status, body } = await client.askWhole({ method: 'POST', key, query: { uploads: '' }, headers });
  const id = /<UploadId>([\w.~+/=-]{1,1024})<\/UploadId>/u.exec(body.toString('latin1'))?.[1];
  if (status === 200 && id !== undefined) return id;
  throw failed(client, key, `the server does not begin an upload (${status})`);
}

async function sendParts(
  client: S3Client,
  { key, upload, partBytes }: { readonly key: string; readonly upload: string; readonly partBytes: number },
  object: ArchivedObject,
  content: AsyncIterable<Uint8Array>,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  const hash = createHash('sha256');
  let size = 0;
  const send = async (body: Uint8Array): Promise<void> => {
    const query = { partNumber: String(parts.length + 1), uploadId: upload };
    const checksum = bodyChecksum(body);
    const answer = await client.askWhole({ method: 'PUT', key, query, headers: { [checksumHeader]: checksum }, body });
    const { status } = answer;
    const { etag } = answer.headers;
    if (status !== 200 || etag === undefined || !/^"?[\w-]{1,128}"?$/u.test(etag))
      throw failed(client, key, `the server does not take a part (${status})`);
    parts.push({ etag, checksum });
  };
  const buffer = Buffer.allocUnsafe(partBytes);
  let filled = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > object.size) break;
    hash.update(chunk);
    for (let at = 0; at < chunk.length;) {
      const taken = Math.min(chunk.length - at, partBytes - filled);
      buffer.set(chunk.subarray(at, at + taken), filled);
      at += taken;
      filled += taken;
      if (filled < partBytes) continue;
      await send(buffer);
      filled = 0;
    }
  }
  checkKept(object, { digest: `sha256:${hash.digest('hex')}`, size });
  if (filled > 0) await send(buffer.subarray(0, filled));
  return parts;
}

async function complete(client: S3Client, key: string, upload: string, parts: readonly Part[]): Promise<void> {
  const listed = parts.map(({ etag, checksum }, at) => {
    const quoted = `&quot;${etag.replaceAll('"', '')}&quot;`;
    return `<Part><PartNumber>${at + 1}</PartNumber><ETag>${quoted}</ETag><ChecksumSHA256>${checksum}</ChecksumSHA256></Part>`;
  });
  const body = Buffer.from(`<CompleteMultipartUpload>${listed.join('')}</CompleteMultipartUpload>`);
  const answer = await client.askWhole({ method: 'POST', key, query: { uploadId: upload }, body });
  // A server may answer 200 at once and say afterwards, in the body, that it failed.
  if (answer.status !== 200 || /<Error[ >]/u.test(answer.body.toString('latin1')))
    throw failed(client, key, `the server does not complete the upload (${answer.status})`);
}

function failed({ location }: S3Client, key: string, because: string): PlumblineError {
  return new PlumblineError('fetch-failed', because, { path: `${location} ${key}` });
}
