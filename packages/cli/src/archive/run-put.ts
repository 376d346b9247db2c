// SPDX-License-Identifier: Apache-2.0
import type { LockMode, ObjectLock } from '@plumbline/adapters/archives/s3/object-lock';
import { PlumblineError } from '@plumbline/core/errors';
import { putRelease } from '@plumbline/engine/archive/put-release';
import { retainedUntil } from '@plumbline/engine/archive/retention';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openArchive } from './open-archive.ts';
import { openRelease } from './open-release.ts';
import { recordArchived } from './record-archived.ts';
import { renderPut } from './render-put.ts';
import { showTransfer } from './show-transfer.ts';

export type PutArchiveOptions = {
  readonly to: string;
  readonly retain?: string;
  readonly as?: string;
  readonly lock?: LockMode;
  readonly state?: string;
};

/** `plumbline archive put`: when it returns, the release is on the disk or with the server. */
export async function runPut(path: string, options: PutArchiveOptions, terminal: Terminal): Promise<ExitCode> {
  const archivedAt = new Date().toISOString();
  const retainUntil = options.retain === undefined ? null : retainedUntil(options.retain, archivedAt);
  const source = await openRelease(path);
  const archive = await openArchive(options.to, lockUntil(options.lock, retainUntil));
  const outcome = await putRelease(archive, {
    source,
    archivedAt,
    retainUntil,
    progress: showTransfer(terminal, 'archiving'),
    ...(options.as === undefined ? {} : { name: options.as }),
  });
  terminal.progress('');
  await terminal.write(renderPut(outcome, archive.location, terminal));
  await recordArchived(
    { archive: archive.location, entry: outcome.entry, source, archivedAt },
    options.state,
    terminal,
  );
  return exitCodes.done;
}

function lockUntil(mode: LockMode | undefined, until: string | null): ObjectLock | undefined {
  if (mode === undefined) return undefined;
  if (until !== null) return { mode, until };
  throw new PlumblineError('usage', 'a lock has an end', { next: 'Say how long it is retained: --retain 5y' });
}
