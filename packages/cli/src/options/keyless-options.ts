// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';

/** Who is asked when something is signed: the services of a Sigstore instance, and a timestamp authority. */
export function withKeylessOptions(command: Command): Command {
  return command
    .option(
      '--keyless',
      'sign for an identity: Fulcio certifies a key for this run, Rekor publishes the signature for good',
    )
    .option(
      '--identity-token-file <file>',
      'holds the identity token (else SIGSTORE_ID_TOKEN, else asked of GitHub Actions)',
    )
    .option('--fulcio-url <url>', 'the certificate authority of a private Sigstore instance')
    .option('--rekor-url <url>', 'its transparency log')
    .addOption(new Option('--rekor-version <n>', 'which version of Rekor that log is').choices(['1', '2']).default('1'))
    .option('--trusted-root <file>', 'its trusted_root.json (or public-good), by which what was made is verified')
    .option('--timestamp-url <url>', 'have this authority (RFC 3161) say when it was signed')
    .option('--tsa-url <url>', 'the same, as clients of Sigstore call it')
    .option('--offline', 'ask nobody: refuses what would have to');
}
