// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import { type BillHash, hashAlgorithms } from '@plumbline/core/sbom/bill-of-materials';
import { type ArchiveEntry, ArchiveFault } from '../platform/archives/archive-file.ts';
import { bufferSource, type ByteSource } from '../platform/archives/byte-source.ts';
import { readZip } from '../platform/archives/read-zip.ts';
import { artifactLimits, metadataBytesMax, nestingMax } from './artifact-limits.ts';
import type { ArtifactReading } from './artifact-reading.ts';
import { javaArchive, javaMetadata, readJavaArchive } from './packages/java-archive.ts';
import { refuseEscape } from '../platform/archives/safe-names.ts';

export type JavaFile = { readonly path: string; readonly source: ByteSource; readonly depth: number };

/** Algorithms by which registries of Java list an archive. */
const algorithms = hashAlgorithms.filter((name) => name === 'sha1' || name === 'sha256');

/**
 * A Java archive with all that is in it, archives within archives too. Returns the package that it is itself; null, with
 * a remark, when it cannot be read. Throws ArchiveFault for what may not be unpacked.
 */
export async function readJava(
  { path, source, depth }: JavaFile,
  reading: ArtifactReading,
): Promise<FoundPackage | null> {
  if (depth > nestingMax) {
    reading.remark(path, `archives within archives, more than ${nestingMax} deep: not looked into`);
    return null;
  }
  const files = new Map<string, string>();
  const parts: FoundPackage[] = [];
  for await (const { name, bytes } of readZip(source, { limits: artifactLimits, wants, onEntry: refuseEscape })) {
    if (javaMetadata.test(name)) {
      files.set(name, bytes.toString('utf8'));
      continue;
    }
    reading.nestedBytesLeft -= bytes.length;
    if (reading.nestedBytesLeft < 0) throw new ArchiveFault('its archives within archives unpack to too much');
    const inner = await readInner({ path: `${path}!/${name}`, source: bufferSource(bytes), depth: depth + 1 }, reading);
    if (inner !== null) parts.push(inner);
  }
  reading.add(parts);
  const { own, packages } = readJavaArchive({ path, files, hashes: await hashesOf(source), parts });
  reading.add(packages);
  return own;
}

function wants({ name, size }: ArchiveEntry): boolean {
  return javaMetadata.test(name) ? size <= metadataBytesMax : javaArchive.test(name);
}

/** One that is torn costs only itself. */
async function readInner(file: JavaFile, reading: ArtifactReading): Promise<FoundPackage | null> {
  try {
    return await readJava(file, reading);
  } catch (cause) {
    if (!(cause instanceof ArchiveFault) || /outside|leads out|too much/u.test(cause.message)) throw cause;
    reading.remark(file.path, cause.message);
    return null;
  }
}

async function hashesOf(source: ByteSource): Promise<readonly BillHash[]> {
  const hashes = algorithms.map((algorithm) => ({ algorithm, hash: createHash(algorithm) }));
  const step = 1024 * 1024;
  for (let at = 0; at < source.size; at += step) {
    const bytes = await source.read(at, Math.min(step, source.size - at));
    for (const { hash } of hashes) hash.update(bytes);
  }
  return hashes.map(({ algorithm, hash }) => ({ algorithm, value: hash.digest('hex'), file: null }));
}
