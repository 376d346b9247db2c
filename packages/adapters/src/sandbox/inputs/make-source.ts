// SPDX-License-Identifier: Apache-2.0
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import type { Bench } from '../open-workshop.ts';

/**
 * Writes the declared inputs into `folder`/source and makes the empty folders beside it. Throws where one is not there: a build
 * from half of the source would be named as one from all of it.
 */
export async function makeSource(bench: Bench, folder: string, reversed: boolean): Promise<void> {
  const { source, plan, signal } = bench;
  for (const part of ['source', 'home', 'output']) await mkdir(join(folder, part), { recursive: true });
  const inputs = plan.inputs;
  const isIn = (path: string): boolean =>
    inputs === null || inputs.some((name) => path === name || path.startsWith(`${name}/`));
  const absent = inputs?.find((name) => !source.paths.some((path) => path === name || path.startsWith(`${name}/`)));
  if (absent !== undefined) throw new PlumblineError('usage', `the source has no input '${absent}'`);
  await source.write({ folder: join(folder, 'source'), isIn, reversed, signal });
}
