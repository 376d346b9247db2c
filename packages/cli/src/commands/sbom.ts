// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';
import { billFormats } from '@plumbline/formats/sbom/bill-formats';
import type { Verb } from '../command.ts';
import type { DiffOptions } from '../sbom/run-sbom-diff.ts';
import type { RunSbomOptions } from '../sbom/run-sbom.ts';

/** Ids of packages/adapters/src/bill-generators; a test holds the two together. */
export const generatorNames: readonly string[] = [
  'cyclonedx-npm',
  'cyclonedx-py',
  'cyclonedx-gomod',
  'cargo-cyclonedx',
  'syft',
  'cdxgen',
];

export const sbomReports = ['text', 'json', 'markdown'] as const;

export const sbom: Verb = (program, terminal, finish) => {
  const command = program
    .command('sbom')
    .summary('bill of materials of sources or of what was built')
    .description(
      'Writes what a product is made of: from the lockfiles of its repository, or from what is really inside an artifact. With --check, says whether a bill of materials has its minimum elements, keeps to its standard and says what is there.',
    )
    .argument('[target]', 'a git repository, an archive, a binary or a folder; to check, a bill of materials too', '.')
    .addOption(new Option('--format <format>', 'what to write').choices(billFormats).default(billFormats[0]))
    .option('--output <file>', 'write to a file instead of stdout')
    .option('--worktree', 'read the files as they lie in the folder, not those of the last commit')
    .addOption(new Option('--as <kind>', 'how to look at a folder').choices(['source', 'artifact']))
    .option('--generator <name...>', `ask others' generators too: auto, ${generatorNames.join(', ')}`)
    .option('--allow-project-code', 'start generators that may run code of what is looked at')
    .option('--all', 'with lockfiles of tools and examples too, not only of what is shipped')
    .option('--name <name>', 'name of the product (default: plumbline.yaml, else that of the repository)')
    .option('--release <version>', 'version of the product (default: the tag of the commit, else the commit)')
    .option('--supplier <name>', 'who supplies the product and answers for the bill (default: plumbline.yaml)')
    .option('--offline', 'never use the network')
    .option('--check', 'exit 1 when a bill of materials does not hold')
    .option('--against <paths...>', 'sources and artifacts that a bill is compared with (after the target)')
    .option('--allow <elements>', 'minimum elements that may be missing, with commas between them')
    .action(async (target: string, options: RunSbomOptions) => {
      const { runSbom } = await import('../sbom/run-sbom.ts');
      finish(await runSbom(target, options, terminal));
    });
  withReport(command);
  const diff = command
    .command('diff')
    .summary('what changed between two bills, and what it means')
    .description(
      'Compares bills of materials, repositories or artifacts, across formats, and says which known vulnerabilities come and go.',
    )
    .argument('<before>', 'a bill of materials, or what one can be made of')
    .argument('<after>', 'the same, later')
    .option('--output <file>', 'write to a file instead of stdout')
    .option('--feeds <dir>', 'where the vulnerability data is kept')
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { runSbomDiff } = await import('../sbom/run-sbom-diff.ts');
      finish(await runSbomDiff(before, after, options, terminal));
    });
  withReport(diff);
};

function withReport(command: Command): void {
  command.addOption(
    new Option('--report <format>', 'how to write what a check or a comparison found')
      .choices(sbomReports)
      .default('text'),
  );
}
