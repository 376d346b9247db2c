// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { Verb } from '../command.ts';
import type { RunReleaseOptions } from '../release/run-release.ts';

export const release: Verb = (program, terminal, finish) => {
  program
    .command('release')
    .summary('gathers what a release consists of, with a manifest')
    .description(
      'Gathers artifacts, bills of materials, provenance, reports, signatures and the result of the gate of a tag into a folder, with a manifest (release.json) that names each by its digest.',
    )
    .argument('<tag>', 'the tag of the release')
    .requiredOption('--artifact <files...>', 'what is delivered')
    .option('--source <files...>', 'the source, such as what git archive writes')
    .option('--sbom <files...>', 'bills of materials')
    .option('--provenance <files...>', 'provenance and other attestations')
    .option('--report <files...>', 'reports of tests, scans and reviews')
    .option('--signature <files...>', 'signatures, bundles and checksums')
    .option('--output <folder>', 'where the release is gathered (default: release-TAG)')
    .option('--repo <folder>', 'the repository that has the tag', '.')
    .option('--state <folder>', 'where results are kept, if not in .plumbline of the repository')
    .option('--without-gate <reason>', 'release a commit that the gate did not pass, and record why')
    .addOption(new Option('--format <format>', 'what to write').choices(['text', 'json']).default('text'))
    .action(async (tag: string, options: RunReleaseOptions) => {
      const { runRelease } = await import('../release/run-release.ts');
      finish(await runRelease(tag, options, terminal));
    });
};
