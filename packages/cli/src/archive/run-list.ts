// SPDX-License-Identifier: Apache-2.0
import { listArchive } from '@plumbline/engine/archive/list-archive';
import { printJson } from '@plumbline/reports/print-json';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openArchiveThere } from './open-archive.ts';
import { renderList } from './render-list.ts';

export type ListArchiveOptions = { readonly from: string; readonly format: 'text' | 'json' };

/** `plumbline archive list`: exit 1 when an entry is damaged. */
export async function runList({ from, format }: ListArchiveOptions, terminal: Terminal): Promise<ExitCode> {
  const list = await listArchive(await openArchiveThere(from), new Date().toISOString());
  await terminal.write(format === 'json' ? printJson(list) : renderList(list, terminal));
  return list.releases.every(({ state }) => state === 'kept') ? exitCodes.done : exitCodes.failed;
}
