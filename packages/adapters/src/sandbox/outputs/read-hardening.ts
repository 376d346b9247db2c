// SPDX-License-Identifier: Apache-2.0
import { open } from 'node:fs/promises';
import type { BinaryHardening } from '@plumbline/core/building/binary-hardening';
import { readElfHardening } from '@plumbline/formats/elf/read-elf-hardening';
import { readPeHardening } from '@plumbline/formats/pe/read-pe-hardening';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';

const binaryBytesMax = 128 * 1024 * 1024;

/** The protections of an ELF or PE file of at most 128 MiB; null for every other file, and for one that is damaged. */
export async function readHardening(path: string): Promise<BinaryHardening | null> {
  if (!(await beginsAsBinary(path))) return null;
  const file = await readRegularFile(path, { bytesMax: binaryBytesMax });
  if (file.state !== 'read') return null;
  return readElfHardening(file.bytes) ?? readPeHardening(file.bytes);
}

async function beginsAsBinary(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const start = Buffer.alloc(4);
    await file.read(start, 0, start.length, 0);
    return start.toString('latin1') === '\u007fELF' || start.toString('latin1', 0, 2) === 'MZ';
  } finally {
    await file.close();
  }
}
