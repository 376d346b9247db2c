// SPDX-License-Identifier: Apache-2.0
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import { type CheckedOut, checkOutFiles, type CheckOutOptions } from './check-out-files.ts';
import { createObjectReader } from './object-reader.ts';
import type { OpenRepository } from './open-repository.ts';

type Missing = CheckedOut['missing'][number];

const linkBytesMax = 4096;

/**
 * The files of a commit with the executable bits and the links that git keeps, for what is built in a sandbox: nothing outside
 * of one may follow these links. They are made after all files, so that no file is written through one. Submodules are missing.
 */
export async function checkOutAsStored(repository: OpenRepository, options: CheckOutOptions): Promise<CheckedOut> {
  const checkedOut = await checkOutFiles(repository, options);
  const wanted = repository.snapshot.entries.filter(({ path }) => !options.leaveOut(path));
  for (const { path, type } of wanted)
    if (type === 'file' || type === 'executable')
      await chmod(join(options.folder, path), type === 'file' ? 0o644 : 0o755).catch(() => undefined); // missing, which is said
  const links = wanted.filter(({ type }) => type === 'link');
  const unmade = [
    ...wanted.flatMap(({ path, type }) =>
      type === 'submodule' ? [{ path, because: 'it is a submodule, and those are not checked out' }] : [],
    ),
    ...(await makeLinks(links, repository, options)),
  ];
  return {
    files:
      checkedOut.files + links.length - unmade.filter(({ path }) => links.some((link) => link.path === path)).length,
    missing: [...checkedOut.missing, ...unmade],
    missingCount: checkedOut.missingCount + unmade.length,
  };
}

async function makeLinks(
  links: readonly TreeEntry[],
  { gitDirectory }: OpenRepository,
  { folder, signal }: CheckOutOptions,
): Promise<readonly Missing[]> {
  if (links.length === 0 || gitDirectory === null) return [];
  const missing: Missing[] = [];
  const targets: { readonly path: string; readonly target: string }[] = [];
  const objects = createObjectReader(gitDirectory, signal);
  try {
    await objects.read(
      () =>
        links.map(({ path, objectId }) => ({
          objectId,
          deliver: (object) => {
            if (object.state === 'read') targets.push({ path, target: object.bytes.toString('utf8') });
            else missing.push({ path, because: `the link is ${object.state}` });
          },
        })),
      linkBytesMax,
    );
  } finally {
    objects.close();
  }
  for (const { path, target } of targets) {
    const made = await mkdir(dirname(join(folder, path)), { recursive: true })
      .then(() => symlink(target, join(folder, path)))
      .then(
        () => true,
        () => false,
      );
    if (!made) missing.push({ path, because: 'another file has this name on this file system' });
  }
  return missing;
}
