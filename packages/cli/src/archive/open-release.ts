// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readRegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
import { releaseFileContent } from '@plumbline/adapters/release-files/release-file-content';
import { PlumblineError } from '@plumbline/core/errors';
import { releaseManifestName } from '@plumbline/core/release/release-manifest';
import type { ReleaseSource } from '@plumbline/engine/archive/release-source';
import { parseReleaseManifest } from '@plumbline/engine/release/parse-release-manifest';

const manifestBytesMax = 16 * 1024 * 1024;
const gatherFirst = 'Gather the release first: plumbline release TAG --artifact FILE';

/** A release by its folder or its manifest. Throws `usage`, `input-unreadable` and `input-invalid`. */
export async function openRelease(path: string): Promise<ReleaseSource> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new PlumblineError('input-unreadable', 'there is no such release', { path, next: gatherFirst });
  const isFolder = found.isDirectory();
  const folder = isFolder ? path : dirname(path);
  const file = isFolder ? join(path, releaseManifestName) : path;
  if (basename(file) !== releaseManifestName)
    throw new PlumblineError('usage', `a release is a folder, or the ${releaseManifestName} in it`, {
      path,
      next: gatherFirst,
    });
  const read = await readRegularFile(file, { bytesMax: manifestBytesMax });
  if (read.state !== 'read')
    throw new PlumblineError('input-unreadable', `the manifest is ${read.state}`, {
      path: file,
      next: gatherFirst,
    });
  const { bytes } = read;
  const parsed = parseReleaseManifest(bytes);
  if (parsed.state === 'failed')
    throw new PlumblineError('input-invalid', `not a manifest of a release: ${parsed.because}`, { path: file });
  const digest = createHash('sha256').update(bytes).digest('hex');
  return {
    manifest: parsed.manifest,
    file: { name: releaseManifestName, digest: `sha256:${digest}`, size: bytes.length },
    // The manifest that was read is the one that is kept, whatever becomes of the file meanwhile.
    open: (name) => (name === releaseManifestName ? once(bytes) : releaseFileContent(folder, name)),
  };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
