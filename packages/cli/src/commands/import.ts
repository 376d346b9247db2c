// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { Verb } from '../command.ts';
import type { RunImportOptions } from '../import/run-import.ts';

export const importFormats = ['text', 'json'] as const;

export const importVerb: Verb = (program, terminal, finish) => {
  program
    .command('import')
    .summary('reports of tools, SBOMs, VEX and attestations become findings and evidence')
    .description(
      'Takes in reports of scanners (their format is told by content), bills of materials, VEX, attestations and test reports. They count for assess, gate and findings from then on.',
    )
    .argument('[files...]', 'the files; without any, what was imported is listed')
    .option('--repo <folder>', 'the repository that they are about', '.')
    .option('--commit <revision>', 'the commit that they are about, where they do not say so themselves')
    .option('--reader <id>', 'the format, where the content does not tell (an empty list, say)')
    .option('--forget <digest>', 'undo the import of the file with this SHA-256')
    .option('--state <folder>', 'keep it there instead of in .plumbline of the repository')
    .addOption(new Option('--format <format>', 'what to write').choices(importFormats).default('text'))
    .action(async (files: readonly string[], options: RunImportOptions) => {
      const { runImport } = await import('../import/run-import.ts');
      finish(await runImport(files, options, terminal));
    });
};
