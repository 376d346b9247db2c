// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';
import type { Verb } from '../command.ts';
import type { ImportFeedsOptions } from '../feeds/run-import.ts';
import type { FeedsOption } from '../feeds/feeds-option.ts';
import type { MatchOptions } from '../feeds/run-match.ts';
import type { StatusOptions } from '../feeds/run-status.ts';
import type { SyncOptions } from '../feeds/run-sync.ts';

export const feedFormats = ['text', 'json'] as const;

export const feeds: Verb = (program, terminal, finish) => {
  const command = program
    .command('feeds')
    .summary('advisories, exploited vulnerabilities, ends of life: fetch, import, age')
    .description(
      'Keeps vulnerability data on this machine: advisories (OSV), known exploited vulnerabilities (KEV), probabilities of exploitation (EPSS), assessments (CVE records) and ends of life.',
    );
  withFormat(
    withFeeds(command.command('status', { isDefault: true }).description('what is kept, and how old it is')),
  ).action(async (options: StatusOptions) => {
    const { runStatus } = await import('../feeds/run-status.ts');
    finish(await runStatus(options, terminal));
  });
  withFeeds(command.command('sync').description('fetch what changed from its publishers, or from a mirror'))
    .option('--ecosystem <names...>', 'whose advisories, as OSV names them (default: those of common lockfiles)')
    .option('--only <feeds...>', 'osv, kev, epss, end-of-life (default: all)')
    .option('--from <mirror>', 'an address or a folder that has the files of the publishers')
    .action(async (options: SyncOptions) => {
      const { runSync } = await import('../feeds/run-sync.ts');
      finish(await runSync(options, terminal));
    });
  withFeeds(
    command
      .command('import <files...>')
      .description('take in files, archives and folders: OSV, KEV, EPSS, CVE records, endoflife.date, a bundle'),
  )
    .option('--as-of <date>', 'the day that the data is of, YYYY-MM-DD (default: the newest day that it names)')
    .action(async (files: readonly string[], options: ImportFeedsOptions) => {
      const { runImport } = await import('../feeds/run-import.ts');
      finish(await runImport(files, options, terminal));
    });
  withFeeds(
    command.command('export <bundle>').description('write all feeds into one file, for machines without a network'),
  ).action(async (bundle: string, options: FeedsOption) => {
    const { runExport } = await import('../feeds/run-export.ts');
    finish(await runExport(bundle, options, terminal));
  });
  withFormat(
    withFeeds(
      command.command('match [target]').description('what the feeds say of the components and tools of a repository'),
    ),
  ).action(async (target: string | undefined, options: MatchOptions) => {
    const { runMatch } = await import('../feeds/run-match.ts');
    finish(await runMatch(target ?? '.', options, terminal));
  });
};

function withFeeds(command: Command): Command {
  return command.option(
    '--feeds <dir>',
    'where feeds are kept (default: PLUMBLINE_FEEDS, else the cache folder of the user)',
  );
}

function withFormat(command: Command): Command {
  return command.addOption(new Option('--format <format>', 'what to write').choices(feedFormats).default('text'));
}
