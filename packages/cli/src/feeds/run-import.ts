// SPDX-License-Identifier: Apache-2.0
import { importFeeds } from '@plumbline/adapters/feeds/import/import-feeds';
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import { visibleText } from '@plumbline/reports/visible-text';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { endOfDay } from '../options/end-of-day.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { FeedsOption } from './feeds-option.ts';

export type ImportFeedsOptions = FeedsOption & { readonly asOf?: string };

/** `plumbline feeds import`: takes in what the files hold, and says what that was. */
export async function runImport(
  files: readonly string[],
  options: ImportFeedsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const now = new Date();
  const asOf = options.asOf === undefined ? {} : { asOf: endOfDay(options.asOf, now) };
  const folder = feedsFolder(options.feeds);
  const imported = await importFeeds(files, { folder, now: now.toISOString(), progress: terminal.progress, ...asOf });
  terminal.progress('');
  const parts = imported.changed.map(
    ({ feed, part, entries }) => `${feed === part ? feed : `${feed} ${part}`}: ${entries} entries`,
  );
  await terminal.write(`${[...parts, `kept in ${folder}`].map(visibleText).join('\n')}\n`);
  for (const { name, because } of imported.refusals) terminal.message(visibleText(`left out: ${name}: ${because}`));
  if (imported.refused > imported.refusals.length)
    terminal.message(`left out: ${imported.refused - imported.refusals.length} more`);
  return exitCodes.done;
}
