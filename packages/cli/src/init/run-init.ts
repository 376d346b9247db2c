// SPDX-License-Identifier: Apache-2.0
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { createFileExclusively } from '@plumbline/adapters/platform/files/create-file-exclusively';
import { createFolder } from '@plumbline/adapters/platform/files/create-folder';
import { openRepository } from '@plumbline/adapters/platform/git/open-repository';
import { PlumblineError } from '@plumbline/core/errors';
import { forgeHome } from '@plumbline/engine/roadmap/forge-home';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { starterFiles } from './starter-files.ts';

export type RunInitOptions = { readonly product?: string; readonly yes?: boolean };

/** `plumbline init`: starter files that are not there yet; a placeholder in one never answers yes until it is filled in. */
export async function runInit(folder: string, options: RunInitOptions, terminal: Terminal): Promise<ExitCode> {
  const root = resolve(folder);
  const found = await stat(root).catch(() => null);
  if (!found?.isDirectory())
    throw new PlumblineError('input-unreadable', `${folder} is not a folder`, {
      next: 'Name the root of the repository',
    });
  const product = options.product ?? (await askedProduct(await seenProduct(root), options, terminal));
  const lines: string[] = [];
  for (const { path, text } of starterFiles(product)) {
    const target = join(root, path);
    await createFolderInside(root, dirname(target));
    lines.push(`${(await createFileExclusively(target, text)) ? 'wrote' : 'kept '} ${path}`);
  }
  lines.push(
    '',
    'Fill in what says TODO: a placeholder never answers yes. Then: git add plumbline.yaml security && git commit',
    '',
  );
  await terminal.write(lines.join('\n'));
  return exitCodes.done;
}

/** The repository's name where its remote tells it, else the folder's. */
async function seenProduct(root: string): Promise<string> {
  try {
    const repository = await openRepository(root);
    await repository.close();
    return forgeHome(repository.snapshot.uri)?.name ?? basename(root);
  } catch (error) {
    // A folder that is no repository yet, or has no commit, still has a name.
    if (error instanceof PlumblineError) return basename(root);
    throw error;
  }
}

/** A link in the repository must not make us write elsewhere. */
async function createFolderInside(root: string, folder: string): Promise<void> {
  await createFolder(folder);
  const [outer, inner] = await Promise.all([realpath(root), realpath(folder)]);
  if (`${inner}${sep}`.startsWith(`${outer}${sep}`)) return;
  throw new PlumblineError('output-unwritable', `cannot write ${folder}: it leads out of the repository`, {
    path: folder,
    next: 'Remove the link',
  });
}

async function askedProduct(seen: string, { yes }: RunInitOptions, { interactive, signal }: Terminal): Promise<string> {
  if (yes || !interactive) return seen;
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await Promise.race([
      asking.question(`Name of the product [${seen}]: `, { signal }),
      // Ctrl-D, and ctrl-C: readline takes it before it becomes a signal.
      new Promise<null>((resolve) => asking.once('close', () => resolve(null))),
    ]).catch(() => null);
    if (answer === null) throw new PlumblineError('interrupted', 'interrupted; nothing was written');
    return answer.trim() === '' ? seen : answer.trim();
  } finally {
    asking.close();
  }
}
