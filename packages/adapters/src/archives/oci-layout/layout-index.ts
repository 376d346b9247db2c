// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.ts';
import { canonicalJson } from '@plumbline/core/canonical-json';
import { blobFault } from './blob-fault.ts';
import { emptyConfig } from './descriptor.ts';
import { parseDescriptor } from './release-descriptor.ts';

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
export async function indexFault(root: string, files: ArchiveStore, looks: number): Promise<string | null> {
  let fault: string | null = null;
  for (let look = 0; look < looks; look += 1) {
    const expected = Buffer.from(await indexText(files));
    // What is larger is not the one: however large it is, no more is read.
    const read = await readRegularFile(join(root, 'index.json'), { bytesMax: expected.length });
    if (read.state === 'missing' && expected.equals(Buffer.from(emptyIndex))) return null;
    if (read.state === 'read' && read.bytes.equals(expected)) return layoutFault(root, files);
    fault =
      read.state === 'missing' || read.state === 'not-regular' || read.state === 'unreadable'
        ? `index.json is ${read.state}`
        : 'index.json is not what its releases make of it, so that other tools see something else; archiving a release writes it again';
    if (look < looks - 1) await setTimeout(pauseMs);
  }
  return fault;
}

async function layoutFault(root: string, files: ArchiveStore): Promise<string | null> {
  const read = await readRegularFile(join(root, layoutFile), { bytesMax: 4096 });
  if (read.state !== 'read' || read.bytes.toString('latin1') !== layoutText) return `${layoutFile} is altered`;
  const found = await blobFault(files, emptyConfig);
  return found === null ? null : `the empty configuration is ${found}`;
}

async function indexText(files: ArchiveStore): Promise<string> {
  return indexOf((await files.entries()).flatMap(({ bytes }) => descriptorsIn(bytes)));
}

/** The descriptors are canonical JSON as they lie there; a damaged one is found by whoever reads it. */
function descriptorsIn(bytes: Uint8Array): readonly string[] {
  const [, ...referrers] = parseDescriptor(bytes)?.manifests ?? [];
  return [Buffer.from(bytes).toString(), ...referrers.map((one) => canonicalJson(one))];
}

const indexOf = (descriptors: readonly string[]): string =>
  `{"manifests":[${descriptors.join(',')}],"mediaType":"application/vnd.oci.image.index.v1+json","schemaVersion":2}`;

const emptyIndex = indexOf([]);
