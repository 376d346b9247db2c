// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { pruneArchive } from '@plumbline/engine/archive/prune-archive';
import { isDay } from '@plumbline/engine/archive/retention';
import { visibleLine } from '@plumbline/reports/visible-text';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openArchiveThere } from './open-archive.ts';

export type PruneArchiveOptions = { readonly from: string; readonly before: string };

/** `plumbline archive prune`. */
export async function runPrune({ from, before }: PruneArchiveOptions, terminal: Terminal): Promise<ExitCode> {
  if (!isDay(before)) throw new PlumblineError('usage', '--before is a day, YYYY-MM-DD');
  const pruned = await pruneArchive(await openArchiveThere(from), { before, now: new Date().toISOString() });
  for (const name of pruned.releases) await terminal.write(`deleted ${visibleLine(name)}\n`);
  await terminal.write(
    `${pruned.releases.length} releases, ${pruned.objects} objects, ${pruned.bytes} bytes deleted\n`,
  );
  return exitCodes.done;
}
