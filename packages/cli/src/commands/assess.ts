// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { RunAssessOptions } from '../assess/run-assess.ts';
import type { Verb } from '../command.ts';

export const assessFormats = ['text', 'json', 'html', 'markdown', 'sarif', 'oscal', 'gemara'] as const;

export const assess: Verb = (program, terminal, finish) => {
  program
    .command('assess')
    .summary('verdicts for every task')
    .description(
      'Shows where a repository stands against every task of the SSDF, with the evidence behind each verdict.',
    )
    .argument('[target]', 'a folder of a git repository, or a git URL', '.')
    .addOption(new Option('--format <format>', 'what to write').choices(assessFormats).default('text'))
    .option('--output <file>', 'write the report to a file instead of stdout')
    .option('--as-of <date>', 'assess what was in effect at the end of that day (UTC), YYYY-MM-DD; today unless told')
    .option('--profile <name>', 'baseline, standard or high (default: plumbline.yaml, else standard)')
    .addOption(
      new Option('--catalog <id>', 'which catalog').choices(['ssdf-1.1', 'ssdf-1.2-draft']).default('ssdf-1.1'),
    )
    .option(
      '--evidence <files...>',
      'SARIF, CycloneDX, SPDX, OpenVEX, in-toto, JUnit or osquery files (after the target)',
    )
    .option('--offline', 'never use the network: refuse to clone')
    .option('--worktree', 'read the files as they lie in the folder, not those of the last commit')
    .option('--plan', 'say what would be looked at, and look at nothing')
    .option('--verbose', 'show every answer with its evidence (text)')
    .action(async (target: string, options: RunAssessOptions) => {
      const { runAssess } = await import('../assess/run-assess.ts');
      finish(await runAssess(target, options, terminal));
    });
};
