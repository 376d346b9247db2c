// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import { billFormats } from '@plumbline/formats/sbom/bill-formats';
import type { Verb } from '../command.ts';
import type { RunSbomOptions } from '../sbom/run-sbom.ts';

export const sbom: Verb = (program, terminal, finish) => {
  program
    .command('sbom')
    .summary('bill of materials of sources or of what was built')
    .description('Writes what a product is made of, from the lockfiles of its repository or from an artifact.')
    .argument(
      '[target]',
      'a folder of a git repository, a git URL, a lockfile, an archive or a folder of artifacts',
      '.',
    )
    .addOption(new Option('--format <format>', 'what to write').choices(billFormats).default(billFormats[0]))
    .option('--output <file>', 'write to a file instead of stdout')
    .option('--worktree', 'read the files as they lie in the folder, not those of the last commit')
    .addOption(new Option('--as <kind>', 'how to look at a folder').choices(['source', 'artifact']))
    .option('--all', 'with lockfiles of tools and examples too, not only of what is shipped')
    .option('--name <name>', 'name of the product (default: plumbline.yaml, else that of the repository)')
    .option('--release <version>', 'version of the product (default: the tag of the commit, else the commit)')
    .option('--supplier <name>', 'who supplies the product (default: plumbline.yaml)')
    .option('--offline', 'never use the network')
    .action(async (target: string, options: RunSbomOptions) => {
      const { runSbom } = await import('../sbom/run-sbom.ts');
      finish(await runSbom(target, options, terminal));
    });
};
