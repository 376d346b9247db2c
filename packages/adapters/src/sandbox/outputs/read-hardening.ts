// SPDX-License-Identifier: Apache-2.0
import { open } from 'node:fs/promises';
import type { BinaryHardening } from '@plumbline/core/building/binary-hardening';
import { binaryBytesMax, hardeningOf, isBinary } from '../../platform/binaries/hardening-of.ts';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';

/** The protections of an ELF or PE file of at most 128 MiB; null for every other file, and for one that is damaged. */
export async function readHardening(path: string): Promise<BinaryHardening | null> {
  if (!(await beginsAsBinary(path))) return null;
  const file = await readRegularFile(path, { bytesMax: binaryBytesMax });
  return file.state === 'read' ? hardeningOf(file.bytes) : null;
}

async function beginsAsBinary(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const start = Buffer.alloc(4);
    await file.read(start, 0, start.length, 0);
    return isBinary(start);
  } finally {
    await file.close();
  }
}
