// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';
import type { Verb } from '../command.ts';
import { withKeylessOptions } from '../options/keyless-options.ts';
import { signedForms, type RunSignOptions } from '../sign/sign-options.ts';

/** Which key signs. */
const withKeyOptions = (command: Command): Command =>
  command
    .option('--key <file>', 'a private key in PKCS#8 and PEM (Ed25519 or P-256), encrypted or not')
    .option('--passphrase-file <file>', 'holds the passphrase of the key (else PLUMBLINE_PASSPHRASE, else it is asked)')
    .option('--pkcs11-module <library>', 'the library of a token, for pkcs11-tool')
    .option('--token <label>', 'the label of the token')
    .option('--key-label <label>', 'the label of the key in the token')
    .option('--pin-file <file>', 'holds the PIN of the token (else PLUMBLINE_PIN, else it is asked)')
    .option('--ssh-key <file>', 'an SSH key, or the .pub file of one in the agent; only --as detached and checksums')
    .option('--namespace <name>', 'what an SSH signature is for', 'file')
    .option('--kms <uri>', 'a key in a service: awskms:///…, gcpkms://… or azurekms://… (P-256)')
    .option('--attestation-certificate <file>', 'what a YubiKey attests of its PIV key that signs')
    .option('--attestation-intermediate <file>', 'the certificate of slot f9 of that YubiKey, and any above it')
    .option(
      '--ssh-attestation <file>',
      'what a security key attested of the SSH key that signs (ssh-keygen -O write-attestation)',
    )
    .option('--ssh-challenge <file>', 'the challenge that the attestation was made with (ssh-keygen -O challenge)')
    .option('--attestation-root <file>', 'the root to believe, instead of those of Yubico');

export const sign: Verb = (program, terminal, finish) => {
  const command = program
    .command('sign')
    .summary('sign files and statements with a key in a file, a token, a service or SSH, or without one')
    .description(
      'Signs files, or an in-toto statement about them, and says what key did and where it is kept. Secrets are read from a file, the environment or the terminal, never from arguments.',
    )
    .argument('[files...]', 'what is signed')
    .option('--statement <file>', 'sign this in-toto statement as it is, instead of files')
    .addOption(new Option('--as <form>', 'what is written').choices(signedForms).default('bundle'));
  withKeylessOptions(withKeyOptions(command))
    .option(
      '--state <folder>',
      'record where the key is kept here (default: .plumbline of the project, if there is one)',
    )
    .option('--output <folder>', 'where to write (default: beside what is signed)')
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .action(async (files: readonly string[], options: RunSignOptions) => {
      const { runSign } = await import('../sign/run-sign.ts');
      finish(await runSign(files, options, terminal));
    });
};
