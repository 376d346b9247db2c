// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';
import type { Verb } from '../command.ts';
import type { DrillArchiveOptions } from '../archive/run-drill.ts';
import type { GetArchiveOptions } from '../archive/run-get.ts';
import type { ListArchiveOptions } from '../archive/run-list.ts';
import type { PruneArchiveOptions } from '../archive/run-prune.ts';
import type { PutArchiveOptions } from '../archive/run-put.ts';

const place = 'a folder, oci:FOLDER or s3://BUCKET/PREFIX (and ?endpoint=ADDRESS&region=NAME&addressing=virtual)';

export const archive: Verb = (program, terminal, finish) => {
  const command = program
    .command('archive')
    .summary('keeps releases, and proves that they can be restored')
    .description(
      'Keeps releases by the digests of their files, in a folder, an OCI image layout or an S3-compatible bucket, until their retention ends.',
    );
  putCommand(command).action(async (path: string, options: PutArchiveOptions) => {
    const { runPut } = await import('../archive/run-put.ts');
    finish(await runPut(path, options, terminal));
  });
  withFormat(command.command('list').description('which releases there are, and until when they are retained'))
    .requiredOption('--from <place>', place)
    .action(async (options: ListArchiveOptions) => {
      const { runList } = await import('../archive/run-list.ts');
      finish(await runList(options, terminal));
    });
  command
    .command('get <name>')
    .description('restore a release into a new folder, every byte compared')
    .requiredOption('--from <place>', place)
    .option('--output <folder>', 'the new folder (default: the name of the release)')
    .action(async (name: string, options: GetArchiveOptions) => {
      const { runGet } = await import('../archive/run-get.ts');
      finish(await runGet(name, options, terminal));
    });
  drillCommand(command).action(async (options: DrillArchiveOptions) => {
    const { runDrill } = await import('../archive/run-drill.ts');
    finish(await runDrill(options, terminal));
  });
  command
    .command('prune')
    .description('delete releases that were archived before a day and whose retention has ended')
    .requiredOption('--from <place>', place)
    .requiredOption('--before <date>', 'YYYY-MM-DD')
    .action(async (options: PruneArchiveOptions) => {
      const { runPrune } = await import('../archive/run-prune.ts');
      finish(await runPrune(options, terminal));
    });
};

function putCommand(command: Command): Command {
  return command
    .command('put <release>')
    .description('archive a release: its release.json or the folder that has it')
    .requiredOption('--to <place>', place)
    .option('--retain <time>', 'how long nothing of it is deleted: 2031-12-31, 90d, 18m, 5y (default: without end)')
    .option('--as <name>', 'the name in the archive (default: the tag)')
    .addOption(
      new Option('--lock <mode>', 'the bucket itself refuses to delete it until then (object lock)').choices([
        'governance',
        'compliance',
      ]),
    )
    .option('--state <folder>', 'where it is kept as evidence, if not in .plumbline of the project around');
}

function drillCommand(command: Command): Command {
  return withFormat(command.command('drill'))
    .description(
      'restore everything into a scratch folder, compare every byte and verify signatures: exit 0 whole and verified, 1 not, 3 could not look',
    )
    .requiredOption('--from <place>', place)
    .option(
      '--trust <file>',
      'the trust policy that signatures and provenance are held against (default: they are not looked at)',
    )
    .option('--output <file>', 'write the record to a file instead of stdout')
    .option('--repo <folder>', 'the repository whose releases they are: the result is kept there', '.')
    .option('--state <folder>', 'keep the result there instead of in .plumbline of the repository');
}

function withFormat(command: Command): Command {
  return command.addOption(new Option('--format <format>', 'what to write').choices(['text', 'json']).default('text'));
}
