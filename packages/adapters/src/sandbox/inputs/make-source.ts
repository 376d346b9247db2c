// SPDX-License-Identifier: Apache-2.0
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { checkOutAsStored } from '../../platform/git/check-out-as-stored.ts';
import type { Bench } from '../open-workshop.ts';

/**
 * Checks the declared inputs out into `folder`/source and makes the empty folders beside it. Throws `repository-unreadable`
 * when one is not there: a build from half a commit would be named as one from all of it.
 */
export async function makeSource(bench: Bench, folder: string, reversed: boolean): Promise<void> {
  const { repository, plan, signal } = bench;
  for (const part of ['source', 'home', 'output']) await mkdir(join(folder, part), { recursive: true });
  const { entries } = repository.snapshot;
  const inputs = plan.inputs;
  const isIn = (path: string): boolean =>
    inputs === null || inputs.some((name) => path === name || path.startsWith(`${name}/`));
  const absent = inputs?.find((name) => !entries.some(({ path }) => path === name || path.startsWith(`${name}/`)));
  if (absent !== undefined) throw new PlumblineError('usage', `the commit has no input '${absent}'`);
  const snapshot = { ...repository.snapshot, entries: reversed ? entries.toReversed() : entries };
  const { missing, missingCount } = await checkOutAsStored(
    { ...repository, snapshot },
    { folder: join(folder, 'source'), leaveOut: (path) => !isIn(path), signal },
  );
  const [first] = missing;
  if (first !== undefined)
    throw new PlumblineError(
      'repository-unreadable',
      `${missingCount} of the commit's files cannot be checked out; the first: ${first.because}`,
      { path: first.path, next: 'Name what the build needs with --input' },
    );
}
