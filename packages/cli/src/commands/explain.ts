// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { Verb } from '../command.ts';
import type { ExplainOptions } from '../explain/run-explain.ts';

export const explain: Verb = (program, terminal, finish) => {
  program
    .command('explain')
    .summary("NIST's text, what counts, what the repository has, crosswalks")
    .description(
      "Explains a task or a check: NIST's text and examples, what counts, what the repository at hand has, crosswalks.",
    )
    .argument('<id>', 'a task such as PW.7.2, or a check such as changes-reviewed')
    .argument('[target]', 'the repository whose evidence is shown', '.')
    .addOption(
      new Option('--catalog <id>', 'which catalog')
        .choices(['ssdf-1.1', 'ssdf-1.2-draft', 'ssdf-218A'])
        .default('ssdf-1.1'),
    )
    .option('--no-assess', 'explain only, look at no repository')
    .action(async (id: string, target: string, options: ExplainOptions) => {
      const { runExplain } = await import('../explain/run-explain.ts');
      finish(await runExplain(id, target, options, terminal));
    });
};
