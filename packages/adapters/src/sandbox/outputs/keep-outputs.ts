// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { chmod, chown, constants, copyFile, mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { BuildRun } from '@plumbline/core/building/build-run';
import { PlumblineError } from '@plumbline/core/errors';
import { createFolder } from '../../platform/files/create-folder.ts';
import { unwritableWords } from '../../platform/files/unwritable-words.ts';
import { assertUnused } from './assert-unused.ts';
import { digestFile } from './digest-file.ts';

/** A run and the folder that its outputs lie in; `build.log` lies beside that folder. */
export type BuiltFolder = { readonly run: BuildRun; readonly folder: string };

/**
 * Copies what was collected to `to`/artifacts, and the log, into a folder that appears whole or not at all. Only regular files
 * leave the sandbox, as what they were hashed to be. Throws `output-unwritable`, also where there is something already.
 */
export async function keepOutputs({ run, folder }: BuiltFolder, to: string): Promise<void> {
  const target = resolve(to);
  await assertUnused(target);
  const partial = join(dirname(target), `.plumbline-build.${randomBytes(6).toString('hex')}`);
  try {
    await createFolder(join(partial, 'artifacts'));
    for (const { path, executable, sha256 } of run.outputs) {
      const copy = join(partial, 'artifacts', path);
      await mkdir(dirname(copy), { recursive: true });
      await copyFile(join(folder, path), copy, constants.COPYFILE_EXCL);
      await chown(copy, userInfo().uid, userInfo().gid); // copies belong to whom the original did: a user of the sandbox
      await chmod(copy, executable ? 0o755 : 0o644);
      if ((await digestFile(copy)) !== sha256) throw new Error(`${path} changed while it was copied`);
    }
    await copyFile(join(dirname(folder), 'build.log'), join(partial, 'build.log'), constants.COPYFILE_EXCL);
    await rmdir(target).catch(() => undefined); // it is not there, or rename says why not
    await rename(partial, target);
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    if (cause instanceof PlumblineError) throw cause;
    throw new PlumblineError('output-unwritable', `cannot write ${to}: ${unwritableWords(cause)}`, { path: to, cause });
  }
}
