// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { Verb } from '../command.ts';
import type { RunRoadmapOptions } from '../roadmap/run-roadmap.ts';

export const roadmapFormats = ['text', 'json', 'markdown', 'oscal'] as const;

export const roadmap: Verb = (program, terminal, finish) => {
  program
    .command('roadmap')
    .summary('ordered actions, leverage, effort, ready patches')
    .description(
      'What to do, in order: what closes most for its effort first, in phases that fit your capacity, with ready patches.',
    )
    .argument('[target]', 'a folder of a git repository, or a git URL', '.')
    .addOption(
      new Option('--format <format>', 'what to write (oscal: a plan of action and milestones)')
        .choices(roadmapFormats)
        .default('text'),
    )
    .option('--output <file>', 'write to a file instead of stdout')
    .option('--capacity <days>', 'working days of one person for each phase of two weeks', '5')
    .option('--write-patches <dir>', 'write the ready patches there, for git apply')
    .option('--as-of <date>', 'assess what was in effect at the end of that day (UTC), YYYY-MM-DD')
    .option('--profile <name>', 'baseline, standard or high')
    .option(
      '--evidence <files...>',
      'SARIF, CycloneDX, SPDX, OpenVEX, in-toto, JUnit or osquery files (after the target)',
    )
    .option('--offline', 'never use the network: refuse to clone, look up no hash')
    .option('--worktree', 'read the files as they lie in the folder, not those of the last commit')
    .option('--verbose', 'show the steps of every action, not only of the first phase (text)')
    .action(async (target: string, options: RunRoadmapOptions) => {
      const { runRoadmap } = await import('../roadmap/run-roadmap.ts');
      finish(await runRoadmap(target, options, terminal));
    });
};
