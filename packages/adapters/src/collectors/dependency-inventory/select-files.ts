// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { ManifestRole } from '@plumbline/core/facts/dependency-inventory';
import type { Unread } from '@plumbline/core/facts/unread';
import { chooseReaders } from '../../platform/paths/file-choice.ts';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { imageFileOf, type ImageFile } from './base-images.ts';
import { lockfileReaders } from './lockfile-readers.ts';
import { rolesOf } from './manifest-role.ts';
import { manifestReaders } from './manifest-readers.ts';
import type { LockfileFormat } from './model/lockfile-reader.ts';
import type { ManifestFormat } from './model/manifest-reader.ts';
import { directoryOf, joinPath } from './model/paths.ts';

type Candidate<F> = { readonly path: string; readonly role: ManifestRole; readonly formats: readonly F[] };

export type SelectedFiles = {
  readonly manifests: readonly Candidate<ManifestFormat>[];
  readonly lockfiles: readonly Candidate<LockfileFormat>[];
  readonly images: readonly Candidate<ImageFile>[];
  /** Gradle's libs.versions.toml files. */
  readonly catalogs: readonly string[];
  readonly unread: readonly Unread[];
};

/** No repository keeps this many by hand; what is beyond is named as unread. */
const filesMax = 20_000;

const manifestFormatsOf = chooseReaders(
  Object.keys(manifestReaders) as readonly ManifestFormat[],
  (format) => manifestReaders[format].matches,
);
const lockfileFormatsOf = chooseReaders(
  Object.keys(lockfileReaders) as readonly LockfileFormat[],
  (format) => lockfileReaders[format].matches,
);

/** Files of the tree that name dependencies or images, by their paths. What is vendored is left out, but for Go's own list. */
export function selectFiles(repository: RepositorySnapshot): SelectedFiles {
  const { files: paths, has } = treePaths(repository);
  const isChart = (path: string) => has(joinPath(directoryOf(path), 'Chart.yaml'));
  const found = paths.flatMap((path) => {
    const manifest = manifestFormatsOf(path);
    const lockfile = lockfileFormatsOf(path);
    const image = imageFileOf(path, isChart);
    return manifest.length + lockfile.length === 0 && image === null ? [] : [{ path, manifest, lockfile, image }];
  });
  const roles = rolesOf(found.map(({ path }) => path));
  const files = found.flatMap((file) => {
    const role = roles.get(file.path) ?? 'shipped';
    if (role !== 'vendored') return [{ ...file, role }];
    return file.lockfile.includes('go-vendor') ? [{ ...file, role: 'shipped' as const }] : [];
  });
  const read = files.slice(0, filesMax);
  return {
    manifests: read.flatMap(({ path, role, manifest }) =>
      manifest.length > 0 ? [{ path, role, formats: manifest }] : [],
    ),
    lockfiles: read.flatMap(({ path, role, lockfile }) =>
      lockfile.length > 0 ? [{ path, role, formats: lockfile }] : [],
    ),
    images: read.flatMap(({ path, role, image }) => (image === null ? [] : [{ path, role, formats: [image] }])),
    catalogs: paths.filter((path) => path.endsWith('.versions.toml')).slice(0, 100),
    unread: files
      .slice(filesMax)
      .map(({ path }) => ({ path, because: `more than ${filesMax} files name dependencies` })),
  };
}
