// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { RunBuildOptions } from '../build/run-build.ts';
import type { Verb } from '../command.ts';

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export const build: Verb = (program, terminal, finish) => {
  program
    .command('build')
    .summary('builds a commit in isolation, with SLSA provenance')
    .description(
      'Runs a command over a clean checkout of a commit, isolated by bubblewrap (Linux): no network, no file or variable of yours, no process of this machine. Artifacts, log and SLSA provenance go to a new folder. Exit 0 built (and reproduced), 1 the build failed or differs, 3 this machine cannot isolate it.',
    )
    .usage('[options] -- <command...>')
    .argument('<command...>', 'the command, after --')
    .option('--reproduce', 'build twice in varied conditions, and say what differs')
    .option('--source <folder>', 'a folder of a git repository, or an archive of sources (tar, zip)', '.')
    .option('--revision <revision>', 'the commit to build (default: the head)')
    .option('--config <file>', 'settings of the build (default: plumbline-build.yaml of the commit)')
    .option('--fetch <command>', 'for sh -c: runs first and with network; what it brings is recorded')
    .option(
      '--input <path>',
      'a file or folder of the commit that the build gets; repeatable (default: all)',
      collect,
      [],
    )
    .option(
      '--artifact <path>',
      'what the build makes in the source; repeatable (default: all in $OUTPUT)',
      collect,
      [],
    )
    .option('--env <name=value>', 'a variable of the build, published in the provenance; repeatable', collect, [])
    .option('--tool <name>', 'a program whose package and digest are recorded; repeatable', collect, [])
    .option('--tool-folder <folder>', 'a folder of tools that the build may read beyond /usr; repeatable', collect, [])
    .option('--output <folder>', 'where artifacts, log and provenance go', 'plumbline-build')
    .option('--state <folder>', 'where the result is kept, if not in .plumbline of the repository')
    .addOption(new Option('--format <format>', 'what to write').choices(['text', 'json']).default('text'))
    .action(async (command: readonly string[], options: RunBuildOptions) => {
      const { runBuild } = await import('../build/run-build.ts');
      finish(await runBuild(command, options, terminal));
    });
};
