// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { Verb } from '../command.ts';
import type { RunScanOptions } from '../scan/run-scan-command.ts';

export const scanFormats = ['text', 'json'] as const;

export const scan: Verb = (program, terminal, finish) => {
  program
    .command('scan')
    .summary('plan and run scanners')
    .description(
      'Plans from what the repository is which scanners to run, runs those that are part of the product and those that are installed, side by side, and keeps their results for assess and gate. A scanner that is missing or fails is never clean.',
    )
    .argument('[target]', 'a folder of a git repository, or a git URL', '.')
    .option('--plan', 'say which tool would run, why, at which version, and what is missing; run none')
    .option('--with <tools>', 'scanners that have to run, with commas between them: exit 3 when one cannot')
    .option('--without <tools>', 'scanners that are not to run, with commas between them')
    .option('--url <address>', 'a running instance that is yours to attack, for dynamic scanners; without it none runs')
    .option(
      '--rules <tool=path...>',
      'rules, templates or vulnerability data of your choice for a tool (after the target)',
    )
    .option('--history', 'look for secrets in the history too, not only in the files')
    .option('--commit <revision>', 'scan another commit than the head')
    .option('--worktree', 'scan the files as they lie in the folder, not those of the last commit')
    .option(
      '--staged',
      'scan what is staged and differs from the last commit, with the tools that are part of the product and those of --with; keeps no results',
    )
    .option('--once', 'scan nothing when the same tools ran on this commit before')
    .option('--offline', 'never use the network; a tool that cannot work without it does not run')
    .option('--timeout <seconds>', 'at most this long for each tool')
    .option(
      '--fail-on <severity>',
      'exit 1 on a result of low, medium, high or critical severity or worse, or of none that is known (unless ",rated" follows: high,rated), that nobody suppressed; exit 3 when a tool did not come to its end',
    )
    .option('--sarif <file>', 'write all results as SARIF 2.1.0, one run a tool')
    .option('--feeds <folder>', 'where the vulnerability data is kept')
    .option('--state <folder>', 'keep the results there instead of in .plumbline of the repository')
    .addOption(new Option('--format <format>', 'what to write').choices(scanFormats).default('text'))
    .option('--output <file>', 'write to a file instead of stdout')
    .option('--verbose', 'show up to 1000 results of each severity (text)')
    .action(async (target: string, options: RunScanOptions) => {
      const { runScanCommand } = await import('../scan/run-scan-command.ts');
      finish(await runScanCommand(target, options, terminal));
    });
};
