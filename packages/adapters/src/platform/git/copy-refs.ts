// SPDX-License-Identifier: Apache-2.0
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { readRegularFile } from '../files/read-regular-file.ts';

const refBytesMax = 4096;
const refsMax = 200_000;
const depthMax = 40;

/**
 * Copies loose refs, as far as they are what refs can be: small regular files with whole names. Links, pipes and devices
 * stay behind; git would wait for them or read them without end.
 */
export async function copyRefs(from: string, to: string): Promise<void> {
  let left = refsMax;
  const copy = async (path: string, target: string, depth: number): Promise<void> => {
    await mkdir(target, { recursive: true });
    if (depth > depthMax) return;
    for (const entry of await readdir(path, { withFileTypes: true })) {
      if (entry.name.includes('\uFFFD')) continue;
      left -= 1;
      if (left < 0) throw new PlumblineError('input-too-large', `There are more than ${refsMax} loose refs`);
      const [source, copied] = [join(path, entry.name), join(target, entry.name)];
      if (entry.isDirectory()) await copy(source, copied, depth + 1);
      else if (entry.isFile()) await copyRef(source, copied);
    }
  };
  try {
    await copy(from, to, 0);
  } catch (cause) {
    if (cause instanceof PlumblineError) throw cause;
    throw new PlumblineError('repository-unreadable', `${from} cannot be read`, {
      path: from,
      next: 'Check its permissions, or assess a fresh clone',
      cause,
    });
  }
}

async function copyRef(from: string, to: string): Promise<void> {
  const ref = await readRegularFile(from, { bytesMax: refBytesMax });
  if (ref.state === 'read') await writeFile(to, ref.bytes);
}
