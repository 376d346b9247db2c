// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import { findingStates } from '@plumbline/core/findings/finding';
import type { Verb } from '../command.ts';
import type { RunFindingsOptions } from '../findings/run-findings.ts';

export const findings: Verb = (program, terminal, finish) => {
  program
    .command('findings')
    .summary('what all tools found, as one list')
    .description(
      'Lists what scans and imported reports show at the head, merged across tools, each with its state. With an id, says who saw it, why it is one finding, and where severity and state come from.',
    )
    .argument('[target]', 'a folder of a git repository', '.')
    .option('--explain <id>', 'one finding: `plf-…`, or the beginning of it')
    .addOption(
      new Option('--in-state <states...>', 'which are listed')
        .choices(findingStates)
        .default(['open'], 'those that are open'),
    )
    .option('--baseline <revision>', 'the base against which new ones are told')
    .option('--as-of <date>', 'as at the end of that day (UTC), YYYY-MM-DD')
    .option('--state <folder>', 'where results are kept, if not in .plumbline of the repository')
    .option('--feeds <folder>', 'where the vulnerability data is kept')
    .option('--output <file>', 'write to a file instead of stdout')
    .addOption(new Option('--format <format>', 'what to write').choices(['text', 'json']).default('text'))
    .action(async (target: string, options: RunFindingsOptions) => {
      const { runFindings } = await import('../findings/run-findings.ts');
      finish(await runFindings(target, options, terminal));
    });
};
