// SPDX-License-Identifier: Apache-2.0
import type { Verb } from '../command.ts';
import type { RunInitOptions } from '../init/run-init.ts';

export const init: Verb = (program, terminal, finish) => {
  program
    .command('init')
    .summary('write plumbline.yaml and starter records')
    .description(
      'Writes plumbline.yaml and the starter records into a folder, asking only what it cannot see. What is there is never overwritten.',
    )
    .argument('[folder]', 'the root of the repository', '.')
    .option('--product <name>', "the product's name (default: the repository's)")
    .option('--yes', 'ask nothing')
    .action(async (folder: string, options: RunInitOptions) => {
      const { runInit } = await import('../init/run-init.ts');
      finish(await runInit(folder, options, terminal));
    });
};
