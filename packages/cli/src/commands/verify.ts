// SPDX-License-Identifier: Apache-2.0
import { Option } from 'commander';
import type { Verb } from '../command.ts';
import type { VerifyOptions } from '../verify/choose-verification.ts';

export const verify: Verb = (program, terminal, finish) => {
  program
    .command('verify')
    .summary('what the signatures of an artifact, or of commits and tags, prove')
    .description(
      'Holds the signatures, statements and provenance of an artifact against a trust policy, offline: who signed, when, and whether what is stated is what is expected. Says of each step whether it passed. With --commits or --tag, holds the signatures of commits and tags against it.',
    )
    .argument('[artifact]', 'a file, or sha256:DIGEST where its content is not at hand')
    .requiredOption('--trust <file>', 'the trust policy: whom to believe, and what has to be proved')
    .option(
      '--attestation <files...>',
      'bundles, envelopes and signatures (default: those that lie beside the artifact)',
    )
    .option('--commits <range>', 'instead of an artifact: the commits of FROM..TO, and the tags among them')
    .option('--tag <name>', 'instead of an artifact: one tag')
    .option('--repository <folder>', 'where the commits and tags are (default: the current folder)')
    .option('--sbom <files...>', 'bills of materials to hold against the artifact and what is inside it')
    .option('--vex <files...>', 'statements about vulnerabilities (OpenVEX, CSAF, CycloneDX) to report beside')
    .option('--feeds <dir>', 'where the vulnerability data is kept')
    .option('--vsa <file>', 'write the outcome as a SLSA Verification Summary')
    .option('--learn <file>', 'write the policy with its expectations frozen to what this verified release states')
    .option('--as-of <date>', 'judge keys as at the end of that day (UTC), YYYY-MM-DD')
    .option('--state <folder>', 'where the outcome is kept as evidence, if not in .plumbline of the project around')
    .option('--output <file>', 'write to a file instead of stdout')
    .addOption(new Option('--format <format>', 'what to write').choices(['text', 'json']).default('text'))
    .action(async (artifact: string | undefined, options: VerifyOptions) => {
      const { chooseVerification } = await import('../verify/choose-verification.ts');
      finish(await chooseVerification(artifact, options, terminal));
    });
};
