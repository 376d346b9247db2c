// SPDX-License-Identifier: Apache-2.0
import { openRepository } from '@plumbline/adapters/platform/git/open-repository';
import { resolveRevision } from '@plumbline/adapters/platform/git/resolve-revision';
import { stateOfRepository } from '@plumbline/adapters/state/state-of-repository';
import { PlumblineError } from '@plumbline/core/errors';
import type { StateStore } from '@plumbline/core/state/state-store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { forgetImport } from './forget-import.ts';
import { importFile, type ImportedFile } from './import-file.ts';
import { listImports } from './list-imports.ts';
import { renderImports } from './render-imports.ts';

export type RunImportOptions = {
  readonly repo: string;
  readonly commit?: string;
  readonly reader?: string;
  readonly forget?: string;
  readonly state?: string;
  readonly format: 'text' | 'json';
};

/**
 * `plumbline import`: every file is taken in or none of the faulty ones, each with its reason; exit 2 when any was refused.
 * What was taken in before the refusal stays: each file stands for itself.
 */
export async function runImport(
  files: readonly string[],
  options: RunImportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const repository = await openRepository(options.repo, { signal: terminal.signal });
  try {
    const state = stateOfRepository(repository, options.state);
    if (options.forget !== undefined) return await forget(state, options.forget, terminal);
    const commit =
      options.commit === undefined || repository.gitDirectory === null
        ? null
        : await resolveRevision(repository.gitDirectory, options.commit, terminal.signal);
    const imported: ImportedFile[] = [];
    let refused = false;
    for (const path of new Set(files)) {
      terminal.progress(`reading ${path}`);
      const outcome = await importFile(path, { state, commit, ...readerOf(options) });
      if (outcome.state === 'refused') terminal.message(`${path}:${outcome.line}: ${outcome.because}`);
      refused ||= outcome.state === 'refused';
      if (outcome.state === 'taken') imported.push(outcome);
    }
    terminal.progress('');
    const shown = files.length === 0 ? await listImports(state) : imported;
    await terminal.write(renderImports(shown, options.format, terminal));
    return refused ? exitCodes.usage : exitCodes.done;
  } finally {
    await repository.close();
  }
}

const readerOf = ({ reader }: RunImportOptions): { readonly reader?: string } =>
  reader === undefined ? {} : { reader };

async function forget(state: StateStore, digest: string, terminal: Terminal): Promise<ExitCode> {
  const count = await forgetImport(state, digest);
  if (count === 0)
    throw new PlumblineError('usage', `nothing with the digest ${digest.slice(0, 80)} was imported`, {
      next: 'plumbline import lists what was, with its digests',
    });
  terminal.message(`forgot ${count === 1 ? 'one import' : `${count} imports`} of ${digest}`);
  return exitCodes.done;
}
