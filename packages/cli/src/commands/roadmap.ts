// SPDX-License-Identifier: Apache-2.0
import type { Verb } from '../command.ts';
import { withAssessOptions } from '../options/assess-options.ts';
import { withReportOptions } from '../options/report-options.ts';
import type { RunRoadmapOptions } from '../roadmap/run-roadmap.ts';

export const roadmapFormats = ['text', 'json', 'markdown', 'oscal'] as const;

export const roadmap: Verb = (program, terminal, finish) => {
  const command = program
    .command('roadmap')
    .summary('ordered actions, leverage, effort, ready patches')
    .description(
      'What to do, in order: what closes most for its effort first, in phases that fit your capacity, with ready patches.',
    )
    .argument('[target]', 'a folder of a git repository, or a git URL', '.');
  const described = 'what to write (oscal: a plan of action and milestones)';
  withAssessOptions(withReportOptions(command, roadmapFormats, described))
    .option('--capacity <days>', 'working days of one person for each phase of two weeks', '5')
    .option('--write-patches <dir>', 'write the ready patches there, for git apply')
    .option('--verbose', 'show the steps of every action, not only of the first phase (text)')
    .action(async (target: string, options: RunRoadmapOptions) => {
      const { runRoadmap } = await import('../roadmap/run-roadmap.ts');
      finish(await runRoadmap(target, options, terminal));
    });
};
