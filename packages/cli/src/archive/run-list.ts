// SPDX-License-Identifier: Apache-2.0
import { parseArchiveEntry } from '@plumbline/engine/archive/archive-entry-text';
import { printJson } from '@plumbline/reports/print-json';
import { visibleLine } from '@plumbline/reports/visible-text';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openArchiveThere } from './open-archive.ts';

export type ListArchiveOptions = { readonly from: string; readonly format: 'text' | 'json' };

/** `plumbline archive list`: exit 1 when an entry is damaged. */
export async function runList({ from, format }: ListArchiveOptions, terminal: Terminal): Promise<ExitCode> {
  const releases = (await (await openArchiveThere(from)).entries()).map((kept) => ({
    name: kept.name,
    ...parseArchiveEntry(kept),
  }));
  if (format === 'json') await terminal.write(printJson({ schemaVersion: '1.0', releases }));
  else await terminal.write(releases.length === 0 ? 'No release is archived here.\n' : releases.map(lineOf).join(''));
  return releases.every(({ state }) => state === 'parsed') ? exitCodes.done : exitCodes.failed;
}

function lineOf(release: { readonly name: string } & ReturnType<typeof parseArchiveEntry>): string {
  const name = visibleLine(release.name);
  if (release.state === 'failed') return `${name}: damaged entry: ${visibleLine(release.because)}\n`;
  const { objects, archivedAt, retainUntil } = release.entry;
  const bytes = objects.reduce((sum, { size }) => sum + size, 0);
  const until = retainUntil === null ? 'without end' : `until ${retainUntil}`;
  return `${name}: ${objects.length} objects, ${bytes} bytes, archived ${archivedAt.slice(0, 10)}, retained ${until}\n`;
}
