// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { readRegularFile } from '../files/read-regular-file.ts';
import { runGit } from './run-git.ts';

const refBytesMax = 4096;

/** As the clone tells it: the remote's head, else the branch that is checked out; null when neither is known. */
export async function defaultBranch(gitDirectory: string, signal: CancelSignal | undefined): Promise<string | null> {
  const [remote, head] = await Promise.all(
    ['refs/remotes/origin/HEAD', 'HEAD'].map((ref) => targetOf(gitDirectory, ref, signal)),
  );
  return after(remote, 'refs/remotes/origin/') ?? after(head, 'refs/heads/');
}

/**
 * What a symbolic ref points to, empty for any other. Where refs are files the file tells; HEAD of a reftable
 * repository is a file too, but says nothing.
 */
async function targetOf(gitDirectory: string, ref: string, signal: CancelSignal | undefined): Promise<string> {
  const reftable = await readRegularFile(join(gitDirectory, 'reftable', 'tables.list'), { bytesMax: refBytesMax * 64 });
  if (reftable.state !== 'missing') {
    const result = await runGit(gitDirectory, ['symbolic-ref', '--quiet', ref], { signal });
    return result.code === 0 ? result.stdout.toString().replace(/\n$/u, '') : '';
  }
  const file = await readRegularFile(join(gitDirectory, ref), { bytesMax: refBytesMax });
  const text = file.state === 'read' ? file.bytes.toString() : '';
  return /^ref:\s*(?<target>\S+)\s*$/u.exec(text)?.groups?.['target'] ?? '';
}

function after(ref: string | undefined, prefix: string): string | null {
  return ref !== undefined && ref.startsWith(prefix) ? ref.slice(prefix.length) : null;
}
