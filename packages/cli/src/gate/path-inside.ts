// SPDX-License-Identifier: Apache-2.0
import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';

/**
 * The path of a named file within the folder of a repository, with `/`; null for one that lies outside. The folder is known
 * by whatever way the name takes to it; links inside of it are not followed, since a change can turn them. Throws `usage` for
 * a name outside that leads inside by a link: what it means would depend on the change.
 */
export async function pathInside(root: string, named: string): Promise<string | null> {
  const whole = resolve(named);
  const realRoot = await realOf(root);
  let inside: string | null = null;
  for (let above = dirname(whole); ; above = dirname(above)) {
    if ((await realOf(above)) === realRoot) inside = relative(above, whole);
    if (above === dirname(above)) break;
  }
  if (inside !== null) return inside.split(sep).join('/');
  const real = await realOf(whole);
  if (real === realRoot || real.startsWith(`${realRoot}${sep}`))
    throw new PlumblineError('usage', `${named} leads into the repository by a link`, {
      path: named,
      next: 'Name the file in the repository: it is read from the base of the change',
    });
  return null;
}

/** The path without links, as far as it is there. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path; // not there: no link either
  }
}
