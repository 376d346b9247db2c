// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import type { Descriptor } from './descriptor.ts';

/** What is wrong with a blob beside its descriptor; null: nothing. Of one that is larger, no more is read. */
export async function blobFault(
  files: ArchiveStore,
  { digest, size }: Descriptor,
): Promise<'missing' | 'altered' | null> {
  const blob = await files.read(digest);
  if (blob === null) return 'missing';
  const hash = createHash('sha256');
  let read = 0;
  for await (const chunk of blob) {
    read += chunk.length;
    if (read > size) return 'altered';
    hash.update(chunk);
  }
  return `sha256:${hash.digest('hex')}` === digest ? null : 'altered';
}
