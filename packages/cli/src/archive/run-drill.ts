// SPDX-License-Identifier: Apache-2.0
import { inTemporaryFolder } from '@plumbline/adapters/platform/files/temporary-folder';
import { restoreFolder } from '@plumbline/adapters/release-files/restore-folder';
import { openState } from '@plumbline/adapters/state/open-state';
import { type ErrorCode, PlumblineError } from '@plumbline/core/errors';
import type { DrillEntry } from '@plumbline/core/state/drill-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { drillArchive, type DrillOptions } from '@plumbline/engine/archive/drill-archive';
import { expectedReleases } from '@plumbline/engine/archive/expected-releases';
import type { DrillTrust } from '@plumbline/engine/archive/drill-trust';
import { printJson } from '@plumbline/reports/print-json';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openArchiveThere } from './open-archive.ts';
import { renderDrill } from './render-drill.ts';
import { showTransfer } from './show-transfer.ts';

export type DrillArchiveOptions = {
  readonly from: string;
  readonly output?: string;
  readonly repo: string;
  readonly state?: string;
  readonly trust?: string;
  readonly format: 'text' | 'json';
};

/** What the drill cannot do anything about: it could not look. */
const unreachable: ReadonlySet<ErrorCode> = new Set(['fetch-failed', 'input-unreadable', 'output-unwritable']);

/**
 * `plumbline archive drill`: exit 0 restored whole and, with a trust policy, verified; 1 not; 3 could not look. The result is
 * kept as evidence.
 */
export async function runDrill(options: DrillArchiveOptions, terminal: Terminal): Promise<ExitCode> {
  const startedAt = new Date().toISOString();
  const trust = options.trust === undefined ? null : await trustFrom(options.trust, startedAt);
  const state = await stateFor(options, terminal);
  const drill = await tryDrill(options.from, { state, startedAt, trust }, terminal);
  if (drill === null) return exitCodes.couldNotAssess;
  terminal.progress('');
  if (drill.releases.length === 0) {
    terminal.message('plumbline: no release is archived here: there is nothing that a drill could show');
    return exitCodes.couldNotAssess;
  }
  await state.add('drills', drill);
  await deliver(options.format === 'json' ? printJson(drill) : renderDrill(drill, terminal), options.output, terminal);
  return exitOf(drill);
}

function exitOf({ restored, verified }: DrillEntry): ExitCode {
  if (!restored || verified === 'not-verified') return exitCodes.failed;
  return verified === 'could-not-assess' ? exitCodes.couldNotAssess : exitCodes.done;
}

/** What verifies takes longer to load than a small archive to drill. */
async function trustFrom(path: string, asOf: string): Promise<DrillTrust> {
  const { readDrillTrust } = await import('./read-drill-trust.ts');
  return readDrillTrust(path, asOf);
}

async function stateFor({ repo, state }: DrillArchiveOptions, { signal }: Terminal): Promise<StateStore> {
  if (state !== undefined) return openState(state);
  const { openRepository } = await import('@plumbline/adapters/platform/git/open-repository');
  const { stateOfRepository } = await import('@plumbline/adapters/state/state-of-repository');
  const repository = await openRepository(repo, { signal }).catch((error: unknown) => {
    if (!(error instanceof PlumblineError) || error.code !== 'not-a-repository') throw error;
    const next = 'Run it in the project whose archive this is, or name a folder for what it finds with --state';
    throw new PlumblineError(error.code, `nowhere to keep the result: ${error.message}`, { next, cause: error });
  });
  try {
    return stateOfRepository(repository);
  } finally {
    await repository.close();
  }
}

async function tryDrill(
  place: string,
  { state, startedAt, trust }: Pick<DrillOptions, 'startedAt' | 'trust'> & { readonly state: StateStore },
  terminal: Terminal,
): Promise<DrillEntry | null> {
  try {
    const store = await openArchiveThere(place);
    const expected = await expectedReleases(state, store.location, startedAt);
    const transferring = showTransfer(terminal, 'restoring');
    return await drillArchive(store, {
      startedAt,
      expected,
      inFolder,
      trust,
      progress: terminal.progress,
      transferring,
    });
  } catch (error) {
    if (!(error instanceof PlumblineError) || !unreachable.has(error.code)) throw error;
    terminal.message(
      `plumbline: could not look: ${error.message}${error.path === undefined ? '' : ` (${error.path})`}`,
    );
    return null;
  }
}

const inFolder: DrillOptions['inFolder'] = (use) => inTemporaryFolder((path) => use(restoreFolder(path)));
