// SPDX-License-Identifier: Apache-2.0
import { mkdir, rm } from 'node:fs/promises';
import { restoreFolder } from '@plumbline/adapters/release-files/restore-folder';
import { PlumblineError } from '@plumbline/core/errors';
import { parseArchiveEntry } from '@plumbline/engine/archive/archive-entry-text';
import { restoreRelease } from '@plumbline/engine/archive/restore-release';
import { visibleLine } from '@plumbline/reports/visible-text';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { shownBytes } from '../terminal/shown-bytes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openArchiveThere } from './open-archive.ts';
import { faultLine } from './render-drill.ts';
import { showTransfer } from './show-transfer.ts';

export type GetArchiveOptions = { readonly from: string; readonly output?: string };

/** `plumbline archive get`: the release whole, or nothing of it and exit 1. */
export async function runGet(name: string, options: GetArchiveOptions, terminal: Terminal): Promise<ExitCode> {
  const store = await openArchiveThere(options.from);
  const kept = await store.entry(name);
  if (kept === null)
    throw new PlumblineError('usage', 'no release of this name is archived here', {
      path: name,
      next: 'plumbline archive list shows which are',
    });
  const parsed = parseArchiveEntry(kept);
  if (parsed.state === 'failed')
    throw new PlumblineError('input-invalid', `its entry is damaged: ${parsed.because}`, { path: name });
  const folder = options.output ?? name.replaceAll(/[/\\:]/gu, '-');
  await mkdir(folder).catch((cause: NodeJS.ErrnoException) => {
    const isThere = cause.code === 'EEXIST';
    throw new PlumblineError(
      'output-unwritable',
      isThere ? 'it is there already' : `cannot be made: ${cause.message}`,
      {
        path: folder,
        next: isThere ? 'Remove it, or name another folder with --output' : 'Name another folder with --output',
        cause,
      },
    );
  });
  let whole = false;
  try {
    const { faults, bytes } = await restoreRelease(
      store,
      parsed.entry,
      restoreFolder(folder),
      showTransfer(terminal, 'restoring'),
    );
    terminal.progress('');
    whole = faults.length === 0;
    for (const fault of faults) terminal.message(faultLine(fault));
    if (whole) await terminal.write(`${visibleLine(name)}: ${shownBytes(bytes)} restored in ${visibleLine(folder)}\n`);
    return whole ? exitCodes.done : exitCodes.failed;
  } finally {
    if (!whole) await rm(folder, { recursive: true, force: true });
  }
}
