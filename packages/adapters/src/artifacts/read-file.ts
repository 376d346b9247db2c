// SPDX-License-Identifier: Apache-2.0
import type { ArchiveEntry } from '../platform/archives/archive-file.ts';
import { bufferSource, type ByteSource } from '../platform/archives/byte-source.ts';
import { ArchiveFault } from '../platform/archives/archive-file.ts';
import type { ArtifactReading } from './artifact-reading.ts';
import { artifactLimits, metadataBytesMax } from './artifact-limits.ts';
import { isExecutable } from './executables/executable-sections.ts';
import { readExecutable } from './executables/read-executable.ts';
import { debianControl, dpkgStatus } from './packages/dpkg-status.ts';
import { gemspec } from './packages/gemspec.ts';
import { javaArchive } from './packages/java-archive.ts';
import { npmPackage } from './packages/npm-package.ts';
import { nuspec } from './packages/nuspec.ts';
import type { PackageReader } from './packages/package-reader.ts';
import { pythonMetadata } from './packages/python-metadata.ts';
import { readJava } from './read-java.ts';

const readers: readonly PackageReader[] = [npmPackage, pythonMetadata, dpkgStatus, debianControl, nuspec, gemspec];

/** Whether a file of an archive may say what it is made of: metadata, a Java archive, or an executable by its name. */
export function mayTell({ name, size }: ArchiveEntry, reading: ArtifactReading): boolean {
  const path = plainPath(name);
  const kind = readers.some(({ matches }) => matches(path)) ? 'metadata' : javaArchive.test(path) ? 'archive' : 'other';
  if (kind === 'other' && !mayBeExecutable(path)) return false;
  const bytesMax = kind === 'metadata' ? metadataBytesMax : artifactLimits.fileBytesMax;
  if (size <= bytesMax) return true;
  reading.remark(path, `larger than ${bytesMax} bytes: not looked into`);
  return false;
}

/** By name only: programs and libraries have no ending, or one of these. */
export function mayBeExecutable(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !name.includes('.') || /\.(?:exe|dll|so|dylib|node|wasm|bin)(?:\.\d+)*$|-\d[\d.]*$/iu.test(name);
}

/** Looks into one file, whichever kind it is; what cannot be read is remarked. Throws only for what may not be unpacked. */
export async function readFile(path: string, source: ByteSource, reading: ArtifactReading): Promise<void> {
  const reader = readers.find(({ matches }) => matches(path));
  if (reader !== undefined) {
    if (source.size > metadataBytesMax) return reading.remark(path, `larger than ${metadataBytesMax} bytes`);
    const text = (await source.read(0, source.size)).toString('utf8');
    const { packages, own } = reader.read(text, path);
    reading.add(packages);
    if (own !== null) reading.claim(own);
    return;
  }
  if (javaArchive.test(path)) {
    const own = await readJava({ path, source, depth: 1 }, reading);
    if (own !== null) reading.add([own]);
    return;
  }
  if (source.size >= 64 && isExecutable(await source.read(0, 64))) await readBinary(path, source, reading);
}

async function readBinary(path: string, source: ByteSource, reading: ArtifactReading): Promise<void> {
  try {
    const { own, packages, commit, remark } = await readExecutable(source, path);
    if (remark !== null) reading.remark(path, remark);
    reading.add(own === null ? packages : [...packages, own]);
    reading.commit ??= commit;
  } catch (cause) {
    if (!(cause instanceof ArchiveFault)) throw cause;
    reading.remark(path, cause.message);
  }
}

/** A file of an archive, unpacked. */
export function readUnpacked(name: string, bytes: Buffer, reading: ArtifactReading): Promise<void> {
  return readFile(plainPath(name), bufferSource(bytes), reading);
}

function plainPath(name: string): string {
  return name.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '');
}
