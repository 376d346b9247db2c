// SPDX-License-Identifier: Apache-2.0
import { feedStatus, type FeedStatus } from '@plumbline/adapters/feeds/status/feed-status';
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import { feedDaysMax } from '@plumbline/practices/dependencies/components-in-feed';
import { printJson } from '@plumbline/reports/print-json';
import { visibleText } from '@plumbline/reports/visible-text';
import type { feedFormats } from '../commands/feeds.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { FeedsOption } from './feeds-option.ts';

export type StatusOptions = FeedsOption & { readonly format: (typeof feedFormats)[number] };

type Aged = FeedStatus & { readonly ageDays: number; readonly stale: boolean };

const dayMs = 86_400_000;
/** Databases write a time of no meaning where they have none; data of before the first of them is of no known age. */
const firstYear = '1999';

/** `plumbline feeds status`: what is kept, how old it is, and whether its files are still what was imported. */
export async function runStatus(options: StatusOptions, terminal: Terminal): Promise<ExitCode> {
  const folder = feedsFolder(options.feeds);
  const now = Date.now();
  const parts = (await feedStatus(folder)).map((part): Aged => {
    const ageDays = Math.max(0, Math.floor((now - Date.parse(part.asOf)) / dayMs));
    return { ...part, ageDays, stale: ageDays > feedDaysMax };
  });
  const text =
    options.format === 'json' ? printJson({ schemaVersion: '1.0', folder, feeds: parts }) : renderText(folder, parts);
  await terminal.write(text);
  return parts.every(({ intact }) => intact) ? exitCodes.done : exitCodes.couldNotAssess;
}

function renderText(folder: string, parts: readonly Aged[]): string {
  if (parts.length === 0)
    return `No feeds are kept in ${visibleText(folder)}.\nFetch them with plumbline feeds sync, or take in a bundle with plumbline feeds import FILE.\n`;
  const rows = parts.map(({ feed, part, entries, asOf, ageDays, stale, importedAt, digest, intact }) => [
    feed,
    feed === part ? '' : part,
    String(entries),
    asOf < firstYear ? 'unknown' : asOf.slice(0, 10),
    asOf < firstYear ? '' : `${ageDays} d`,
    intact ? (stale ? 'stale' : 'fresh') : 'DAMAGED',
    importedAt.slice(0, 16).replace('T', ' '),
    digest.slice(0, 'sha256:'.length + 12),
  ]);
  const table = [['feed', 'part', 'entries', 'data as of', 'age', 'state', 'imported (UTC)', 'digest'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.map(visibleText).join('\n')}\n\nKept in ${visibleText(folder)}. Checks count data of the last ${feedDaysMax} days.\n`;
}
