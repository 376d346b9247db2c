// SPDX-License-Identifier: Apache-2.0
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectLock } from '@plumbline/adapters/archives/s3/object-lock';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { PlumblineError } from '@plumbline/core/errors';

/**
 * The archive that a place on the command line means: `s3://bucket/prefix`, `oci:folder`, or a folder. Credentials of a bucket come
 * from the environment only. `lock`: what is put is locked by the server. Throws `usage`, also for a layout that is named as a folder
 * and the other way round: each would look damaged as the other.
 */
export async function openArchive(place: string, lock?: ObjectLock): Promise<ArchiveStore> {
  if (place.startsWith('s3:')) {
    const { openS3Archive } = await import('@plumbline/adapters/archives/s3/open-s3-archive');
    const { s3Settings } = await import('@plumbline/adapters/archives/s3/s3-settings');
    return openS3Archive(s3Settings(place, process.env), lock === undefined ? {} : { lock });
  }
  if (lock !== undefined)
    throw new PlumblineError('usage', 'only a bucket locks what it keeps', {
      next: 'Leave out --lock, or archive into an S3 bucket with object lock',
    });
  await refuseOtherForm(place);
  if (place.startsWith('oci:')) {
    const { openOciLayoutArchive } = await import('@plumbline/adapters/archives/oci-layout/open-oci-layout-archive');
    return openOciLayoutArchive(place.slice('oci:'.length));
  }
  const { openDirectoryArchive } = await import('@plumbline/adapters/archives/directory/open-directory-archive');
  return openDirectoryArchive(place);
}

async function refuseOtherForm(place: string): Promise<void> {
  const folder = place.replace(/^oci:/u, '');
  const has = async (name: string): Promise<boolean> => (await stat(join(folder, name)).catch(() => null)) !== null;
  const isLayout = (await has('oci-layout')) || (await has('blobs'));
  if (isLayout === (await has('objects'))) return;
  if (isLayout === place.startsWith('oci:')) return;
  throw new PlumblineError(
    'usage',
    isLayout ? 'this is an OCI image layout' : 'this is an archive, and no OCI image layout',
    {
      path: folder,
      next: `Name it ${isLayout ? 'oci:' : ''}${folder}`,
    },
  );
}

/** The same for reading. Throws `input-unreadable` for a folder that is not there: a mount that is missing is no empty archive. */
export async function openArchiveThere(place: string): Promise<ArchiveStore> {
  const folder = place.startsWith('s3:') ? null : place.replace(/^oci:/u, '');
  if (folder !== null && (await stat(folder).catch(() => null))?.isDirectory() !== true)
    throw new PlumblineError('input-unreadable', 'there is no such archive', { path: folder });
  return openArchive(place);
}
