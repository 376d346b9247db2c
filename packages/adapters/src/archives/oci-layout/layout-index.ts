// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.ts';
import { emptyBlob, emptyConfig } from './release-descriptor.ts';

const indexBytesMax = 256 * 1024 * 1024;
const looksMax = 20;
const pauseMs = 50;

/** image-layout.md, oci-layout file. */
export const layoutFile = 'oci-layout';
export const layoutText = '{"imageLayoutVersion":"1.0.0"}';

/**
 * Makes index.json from the descriptors, again while they change: whoever writes last has seen every descriptor that was there
 * before, so that none is missing in the end.
 */
export async function writeIndex(root: string, files: ArchiveStore): Promise<void> {
  let written: string | null = null;
  for (;;) {
    const text = await indexText(files);
    if (text === written) return;
    await writeFileAtomically(join(root, 'index.json'), text);
    written = text;
  }
}

/** Why index.json or oci-layout is not what it should be, the first by what the descriptors make of it; null: they are. Another process may be about to write it: looks again. */
export async function indexFault(root: string, files: ArchiveStore): Promise<string | null> {
  let fault: string | null = null;
  for (let look = 0; look < looksMax; look += 1) {
    const expected = await indexText(files);
    const read = await readRegularFile(join(root, 'index.json'), { bytesMax: indexBytesMax });
    if (read.state === 'missing' && expected === emptyIndex) return null;
    if (read.state === 'read' && read.bytes.toString('latin1') === Buffer.from(expected).toString('latin1'))
      return layoutFault(root, files);
    fault = read.state === 'read' ? 'index.json is not what its releases make of it' : `index.json is ${read.state}`;
    await setTimeout(pauseMs);
  }
  return fault;
}

async function layoutFault(root: string, files: ArchiveStore): Promise<string | null> {
  const read = await readRegularFile(join(root, layoutFile), { bytesMax: 4096 });
  if (read.state !== 'read' || read.bytes.toString('latin1') !== layoutText) return `${layoutFile} is altered`;
  const parts: Buffer[] = [];
  for await (const part of (await files.read(emptyConfig.digest)) ?? []) parts.push(Buffer.from(part.subarray(0, 10)));
  return Buffer.concat(parts).toString('latin1') === emptyBlob ? null : 'the empty configuration is altered';
}

async function indexText(files: ArchiveStore): Promise<string> {
  return indexOf((await files.entries()).map(({ bytes }) => Buffer.from(bytes).toString()));
}

/** The descriptors are canonical JSON as they lie there; a damaged one is found by whoever reads it. */
const indexOf = (descriptors: readonly string[]): string =>
  `{"manifests":[${descriptors.join(',')}],"mediaType":"application/vnd.oci.image.index.v1+json","schemaVersion":2}`;

const emptyIndex = indexOf([]);
