// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';
import type { CatalogOption, ExportOptions } from '../catalog/run-catalog.ts';
import type { Verb } from '../command.ts';

export const exportFormats = ['oscal', 'oscal-mapping', 'cyclonedx', 'csv'] as const;

export const catalog: Verb = (program, terminal, finish) => {
  const command = program
    .command('catalog')
    .summary('list, search, export the SSDF and its crosswalks')
    .description('Lists the tasks of the SSDF, searches them, exports them, and shows crosswalks to other frameworks.');
  withCatalog(command.command('list', { isDefault: true }).description('every task, by group and practice')).action(
    async (options: CatalogOption) => finish(await (await run()).listCatalog(options, terminal)),
  );
  withCatalog(
    command.command('search <words...>').description('tasks, examples and references that hold all the words'),
  ).action(async (words: readonly string[], options: CatalogOption) =>
    finish(await (await run()).search(words, options, terminal)),
  );
  withCatalog(
    command
      .command('crosswalk [framework]')
      .description('what another framework says against each task; without a name, which there are'),
  )
    .option('--csv', 'as CSV')
    .action(async (framework: string | undefined, options: CatalogOption) =>
      finish(await (await run()).crosswalk(framework, options, terminal)),
    );
  withCatalog(command.command('export').description('the catalog in a standard format'))
    .addOption(new Option('--format <format>', 'what to write').choices(exportFormats).makeOptionMandatory())
    .option('--output <file>', 'write to a file instead of stdout')
    .action(async (options: ExportOptions) => finish(await (await run()).exportCatalog(options, terminal)));
};

const run = (): Promise<typeof import('../catalog/run-catalog.ts')> => import('../catalog/run-catalog.ts');

function withCatalog(command: Command): Command {
  return command.addOption(
    new Option('--catalog <id>', 'which catalog')
      .choices(['ssdf-1.1', 'ssdf-1.2-draft', 'ssdf-218A'])
      .default('ssdf-1.1'),
  );
}
