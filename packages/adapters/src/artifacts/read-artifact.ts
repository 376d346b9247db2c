// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { ArtifactContents } from '@plumbline/core/sbom/artifact-contents';
import type { BillHash } from '@plumbline/core/sbom/bill-of-materials';
import { PlumblineError } from '@plumbline/core/errors';
import { type ByteSource, fileSource } from '../platform/archives/byte-source.ts';
import { isArchiveFault } from '../platform/archives/is-archive-fault.ts';
import { nestedBytesMax } from './artifact-limits.ts';
import { ArtifactReading } from './artifact-reading.ts';
import { readArchive } from './read-archive.ts';
import { readFolder } from './read-folder.ts';

/**
 * What is really inside an artifact: an npm tarball, a wheel or sdist, a Java archive with those inside it, a binary of
 * Go or of Rust with cargo-auditable's list, a Debian package, any other archive, or a folder. Nothing is unpacked to the
 * disk, nothing is run, no link is followed. Throws `input-unreadable`, and `input-invalid` for what no artifact is: an
 * archive that reaches outside itself, or unpacks to more than it may.
 */
export async function readArtifact(path: string): Promise<ArtifactContents> {
  // O_NONBLOCK: opening a named pipe must not wait for its other end.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((cause: unknown) => {
    throw new PlumblineError('input-unreadable', 'there is no such file or folder, or it cannot be read', {
      path,
      cause,
    });
  });
  try {
    const stat = await file.stat();
    if (!stat.isDirectory() && !stat.isFile())
      throw new PlumblineError('input-unreadable', 'neither a file nor a folder', { path });
    const reading = new ArtifactReading(nestedBytesMax, stat.isDirectory());
    const source = stat.isFile() ? await fileSource(file) : null;
    if (source === null) await readFolder(path, reading);
    else await readArchive(path, source, reading);
    const own = reading.own;
    return {
      name: basename(resolve(path)),
      hashes: source === null ? [] : await hashesOf(source),
      modifiedAt: stat.mtime.toISOString(),
      own,
      commit: reading.commit,
      packages: reading.packages.filter(({ purl }) => purl === null || purl !== own?.purl),
      remarks: reading.remarks(),
    };
  } catch (cause) {
    if (isArchiveFault(cause))
      throw new PlumblineError('input-invalid', `cannot be read: ${cause.message}`, { path, cause });
    throw cause;
  } finally {
    await file.close();
  }
}

async function hashesOf(source: ByteSource): Promise<readonly BillHash[]> {
  const [short, long] = [createHash('sha256'), createHash('sha512')];
  const step = 4 * 1024 * 1024;
  for (let at = 0; at < source.size; at += step) {
    const bytes = await source.read(at, Math.min(step, source.size - at));
    short.update(bytes);
    long.update(bytes);
  }
  return [
    { algorithm: 'sha256', value: short.digest('hex'), file: null },
    { algorithm: 'sha512', value: long.digest('hex'), file: null },
  ];
}
