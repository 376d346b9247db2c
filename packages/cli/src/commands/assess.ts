// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { RunAssessOptions } from '../assess/run-assess.ts';
import type { Verb } from '../command.ts';
import { withAssessOptions } from '../options/assess-options.ts';
import { withReportOptions } from '../options/report-options.ts';

export const assessFormats = ['text', 'json', 'html', 'markdown', 'sarif', 'oscal', 'gemara'] as const;

export const assess: Verb = (program, terminal, finish) => {
  const command = program
    .command('assess')
    .summary('verdicts for every task')
    .description(
      'Shows where a repository stands against every task of the SSDF, with the evidence behind each verdict.',
    )
    .argument('[target]', 'a folder of a git repository, or a git URL', '.');
  withAssessOptions(withReportOptions(command, assessFormats))
    .addOption(
      new Option('--catalog <id>', 'which catalog').choices(['ssdf-1.1', 'ssdf-1.2-draft']).default('ssdf-1.1'),
    )
    .option('--plan', 'say what would be looked at, and look at nothing')
    .option('--verbose', 'show every answer with its evidence (text)')
    .action(async (target: string, options: RunAssessOptions) => {
      const { runAssess } = await import('../assess/run-assess.ts');
      finish(await runAssess(target, options, terminal));
    });
};
