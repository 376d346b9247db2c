// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { ArchivedObject } from '@plumbline/core/archive/archive-entry';
import { PlumblineError } from '@plumbline/core/errors';
import { checkKept } from '../kept-files/check-kept.ts';
import { hexOf } from '../kept-files/hex-of.ts';
import { checksumHeader } from './body-checksum.ts';
import type { ObjectPlace } from './object-place.ts';
import { uploadInParts } from './upload-in-parts.ts';

/** A larger object goes in parts; a smaller one is held until its digest is known, so that nothing wrong is ever sent. */
const wholeBytesMax = 16 * 1024 * 1024;

/** Puts an object under its key; it is seen when all of it is there. Throws `input-invalid` and `fetch-failed`. */
export async function putObject(
  place: ObjectPlace,
  object: ArchivedObject,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  if (object.size > wholeBytesMax) return uploadInParts(place, object, content);
  const parts: Uint8Array[] = [];
  let size = 0;
  const hash = createHash('sha256');
  for await (const part of content) {
    size += part.length;
    if (size > object.size) break;
    hash.update(part);
    parts.push(Buffer.from(part)); // the source uses its buffers again
  }
  checkKept(object, { digest: `sha256:${hash.digest('hex')}`, size });
  const { client, key } = place;
  const headers = { ...place.headers, [checksumHeader]: Buffer.from(hexOf(object.digest), 'hex').toString('base64') };
  const { status } = await client.askWhole({ method: 'PUT', key, headers, body: Buffer.concat(parts) });
  if (status !== 200)
    throw new PlumblineError('fetch-failed', `the server answers ${status}`, { path: `${client.location} ${key}` });
}
