// SPDX-License-Identifier: Apache-2.0
import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { readRegularFile } from '../files/read-regular-file.ts';
import { createTemporaryFolder } from '../files/temporary-folder.ts';
import { checkAlternates } from './check-alternates.ts';
import { copyRefs } from './copy-refs.ts';
import type { GitDirectory } from './find-git-directory.ts';
import { type GitConfig, readGitConfig } from './read-git-config.ts';

/** A git directory of our own that shows the objects and refs of another one. */
export type ReadingRepository = {
  readonly gitDirectory: string;
  /** The configuration of the repository that is read: data, applied to nothing. */
  readonly config: GitConfig;
  readonly shallow: boolean;
  readonly remove: () => Promise<void>;
};

/** A git directory of our own without objects or refs: enough to let git list a folder by its ignore files. */
export async function createFolderIndex(): Promise<ReadingRepository> {
  const folder = await createTemporaryFolder();
  await mkdir(join(folder.path, 'objects'));
  await mkdir(join(folder.path, 'refs'));
  await writeFile(join(folder.path, 'HEAD'), 'ref: refs/heads/none\n');
  await writeFile(join(folder.path, 'config'), configuration(new Map()));
  return { gitDirectory: folder.path, config: new Map(), shallow: false, remove: folder.remove };
}

const headBytesMax = 16_384;
const shallowBytesMax = 64 * 1024 * 1024;
const copiedBytesMax = 512 * 1024 * 1024;

export type ReadingOptions = {
  readonly signal: CancelSignal | undefined;
  readonly withIndex?: boolean;
  /** Path of an index that takes the place of the repository's own. */
  readonly index?: string;
};

/**
 * Makes a git directory of our own over the objects and refs of another. Every git process then runs with
 * configuration that we wrote: the repository's own (fsmonitor, hooks, aliases, filters, pagers, gpg programs, ssh
 * commands, promisor remotes, includes, replacement of the work tree) is never loaded, so there is no list of dangerous
 * settings to keep up with. Objects come in as an alternate, so that packs, commit lists and the repository's own
 * alternates work as ever; shallow boundaries and refs (files or reftable) come along; grafts and hooks do not.
 */
export async function createReadingRepository(
  found: GitDirectory,
  { signal, withIndex = false, index }: ReadingOptions,
): Promise<ReadingRepository> {
  const folder = await createTemporaryFolder();
  try {
    const config = await readGitConfig(found.common, folder.path, signal);
    await layOut(folder.path, found, config);
    if (withIndex) await copyIndex(found, folder.path);
    if (index !== undefined) await copyRegularFile(index, join(folder.path, 'index'));
    const shallow = await copyShallow(found.common, folder.path);
    return { gitDirectory: folder.path, config, shallow, remove: folder.remove };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

async function layOut(path: string, { own, common }: GitDirectory, config: GitConfig): Promise<void> {
  await checkAlternates(join(common, 'objects'));
  await mkdir(join(path, 'objects', 'info'), { recursive: true });
  await writeFile(join(path, 'objects', 'info', 'alternates'), `${quoted(join(common, 'objects'))}\n`);
  await writeFile(join(path, 'HEAD'), await headOf(own));
  await writeFile(join(path, 'config'), configuration(config));
  await copyRefs(join(common, 'refs'), join(path, 'refs'));
  if (config.get('extensions.refstorage') === 'reftable') {
    if (own !== common) throw unreadable(own, 'a linked worktree of a reftable repository; assess the main one');
    await symlink(join(own, 'reftable'), join(path, 'reftable'), 'junction');
  } else await copyRegularFile(join(common, 'packed-refs'), join(path, 'packed-refs'));
}

/** What `git ls-files` reads: the index, the part of it that a split index keeps apart, and the local ignore file. */
async function copyIndex({ own, common }: GitDirectory, path: string): Promise<void> {
  const parts = (await readdir(own)).filter((name) => name === 'index' || /^sharedindex\.[0-9a-f]{40,64}$/u.test(name));
  for (const name of parts) await copyRegularFile(join(own, name), join(path, name));
  await mkdir(join(path, 'info'), { recursive: true });
  await copyRegularFile(join(common, 'info', 'exclude'), join(path, 'info', 'exclude'));
}

/** Only what is needed to understand the objects comes from the repository, and only values that we know. */
function configuration(config: GitConfig): string {
  const sha256 = config.get('extensions.objectformat') === 'sha256' ? '\tobjectFormat = sha256\n' : '';
  const reftable = config.get('extensions.refstorage') === 'reftable' ? '\trefStorage = reftable\n' : '';
  const tags = config.get('remote.origin.tagopt') === '--no-tags' ? '[remote "origin"]\n\ttagOpt = --no-tags\n' : '';
  return (
    '[core]\n\trepositoryFormatVersion = 1\n\tbare = true\n\tfsmonitor = false\n\tuntrackedCache = false\n' +
    // The graph and the bitmaps are caches that could say other than the objects do.
    '\thooksPath = /dev/null\n\tattributesFile = /dev/null\n\texcludesFile = /dev/null\n\tcommitGraph = false\n' +
    '\tpackedGitWindowSize = 16m\n\tpackedGitLimit = 128m\n\tdeltaBaseCacheLimit = 32m\n\tquotePath = false\n' +
    `[protocol]\n\tallow = never\n[log]\n\tshowSignature = false\n[gc]\n\tauto = 0\n[extensions]\n${sha256}${reftable}${tags}`
  );
}

async function headOf(own: string): Promise<string | Uint8Array> {
  const path = join(own, 'HEAD');
  if ((await lstat(path)).isSymbolicLink()) return `ref: ${await readlink(path)}\n`;
  const head = await readRegularFile(path, { bytesMax: headBytesMax });
  if (head.state === 'read') return head.bytes;
  throw unreadable(path, head.state);
}

async function copyShallow(common: string, path: string): Promise<boolean> {
  const from = join(common, 'shallow');
  const file = await readRegularFile(from, { bytesMax: shallowBytesMax });
  if (file.state === 'missing') return false;
  if (file.state !== 'read') throw unreadable(from, file.state);
  await writeFile(join(path, 'shallow'), file.bytes);
  return file.bytes.length > 0;
}

async function copyRegularFile(from: string, to: string): Promise<void> {
  const state = await stat(from).catch(() => null);
  if (state === null) return;
  if (!state.isFile() || state.size > copiedBytesMax) {
    throw unreadable(from, `not a file of at most ${copiedBytesMax} bytes`);
  }
  await copyFile(from, to, constants.COPYFILE_FICLONE);
}

/** As objects/info/alternates wants a path that has special characters (gitrepository-layout(5)). */
function quoted(path: string): string {
  if (!/^["#]|[\n\\]/u.test(path)) return path;
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function unreadable(path: string, why: string): PlumblineError {
  return new PlumblineError('repository-unreadable', `${path} cannot be read: ${why}`, {
    path,
    next: 'Check its permissions, or assess a fresh clone',
  });
}
