// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { Verb } from '../command.ts';
import type { RunExplainOptions } from '../explain/run-explain.ts';
import { withAssessOptions } from '../options/assess-options.ts';
import { withReportOptions } from '../options/report-options.ts';

export const explainFormats = ['text', 'json', 'markdown'] as const;

export const explain: Verb = (program, terminal, finish) => {
  const command = program
    .command('explain')
    .summary("NIST's text, what counts, what the repository has, crosswalks")
    .description(
      "Explains a task or a check: NIST's text and examples, what counts, what the repository at hand has, crosswalks.",
    )
    .argument('<id>', 'a task such as PW.7.2, or a check such as changes-reviewed')
    .argument('[target]', 'a folder of a git repository, or a git URL: whose evidence is shown', '.');
  withAssessOptions(withReportOptions(command, explainFormats))
    .addOption(
      new Option('--catalog <id>', 'which catalog')
        .choices(['ssdf-1.1', 'ssdf-1.2-draft', 'ssdf-218A'])
        .default('ssdf-1.1'),
    )
    .option('--no-assess', 'explain only, look at no repository')
    .action(async (id: string, target: string, options: RunExplainOptions) => {
      const { runExplain } = await import('../explain/run-explain.ts');
      finish(await runExplain(id, target, options, terminal));
    });
};
