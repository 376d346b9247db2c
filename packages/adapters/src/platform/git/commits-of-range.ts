// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { runGit } from './run-git.ts';

const bounds = { stdoutBytesMax: 256 * 1024 * 1024, timeoutMs: 300_000 };

/** Full ids of the commits of `head` that `base` has not; null where one of them, or what lies between, is not here. */
export async function commitsOfRange(
  gitDirectory: string,
  { base, head }: { readonly base: string | null; readonly head: string },
  signal: CancelSignal,
): Promise<readonly string[] | null> {
  const ids = base === null ? [head] : [head, `^${base}`];
  // An id of a kept entry must not be read as an option or a name.
  if (!ids.every((id) => /^\^?[0-9a-f]{40,64}$/u.test(id))) return null;
  const { code, stdout } = await runGit(gitDirectory, ['rev-list', ...ids, '--'], { ...bounds, signal });
  return code === 0 ? stdout.toString('latin1').split('\n').filter(Boolean) : null;
}
