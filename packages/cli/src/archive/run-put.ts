// SPDX-License-Identifier: Apache-2.0
import { putRelease } from '@plumbline/engine/archive/put-release';
import { retainedUntil } from '@plumbline/engine/archive/retention';
import { visibleLine } from '@plumbline/reports/visible-text';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openArchive } from './open-archive.ts';
import { openRelease } from './open-release.ts';
import { recordArchived } from './record-archived.ts';

export type PutArchiveOptions = {
  readonly to: string;
  readonly retain?: string;
  readonly as?: string;
  readonly state?: string;
};

/** `plumbline archive put`: when it returns, the release is on the disk or with the server. */
export async function runPut(path: string, options: PutArchiveOptions, terminal: Terminal): Promise<ExitCode> {
  const archivedAt = new Date().toISOString();
  const retainUntil = options.retain === undefined ? null : retainedUntil(options.retain, archivedAt);
  const source = await openRelease(path);
  const archive = await openArchive(options.to);
  const { state, entry } = await putRelease(archive, {
    source,
    archivedAt,
    retainUntil,
    progress: terminal.progress,
    ...(options.as === undefined ? {} : { name: options.as }),
  });
  terminal.progress('');
  const until = entry.retainUntil === null ? 'without end' : `until ${entry.retainUntil}`;
  const known = state === 'known' ? ' (it was there already)' : '';
  await terminal.write(`${visibleLine(entry.name)}: ${entry.objects.length} objects, retained ${until}${known}\n`);
  await recordArchived({ archive: archive.location, entry, source, archivedAt }, options.state, terminal);
  return exitCodes.done;
}
