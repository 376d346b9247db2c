// SPDX-License-Identifier: Apache-2.0
import { createFolder } from '@plumbline/adapters/platform/files/create-folder';
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import { PlumblineError } from '@plumbline/core/errors';
import type { Signer } from '@plumbline/core/signing/signer';
import { printJson } from '@plumbline/reports/print-json';
import { visibleLine } from '@plumbline/reports/visible-text';
import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { assertTogether } from './assert-together.ts';
import { withAttestation } from './attest-key.ts';
import { chooseSigner } from './choose-signer.ts';
import { chooseStamp } from './choose-stamp.ts';
import { custodyWords } from './custody-words.ts';
import { recordCustody } from './record-custody.ts';
import { signChecksums } from './sign-checksums.ts';
import { signFile } from './sign-file.ts';
import { signStatement } from './sign-statement.ts';
import type { RunSignOptions } from './sign-options.ts';
import { signWithKey } from './sign-with-key.ts';
import type { Signing, Stamp } from './signing.ts';
import { stampFiles } from './stamp-files.ts';

/** What signing made: `beside` is the file that it belongs to. */
export type SignedOutput = { readonly beside: string; readonly name: string; readonly content: string | Uint8Array };

/** `plumbline sign`: signs, writes what it made, and says which key signed and where that key is kept. */
export async function runSign(
  files: readonly string[],
  options: RunSignOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { statement, as } = options;
  if (files.length > 0 === (statement !== undefined))
    throw new PlumblineError('usage', 'either files or --statement is signed', {
      next: 'plumbline sign FILE --key release.key',
    });
  assertTogether(options);
  const stamp = chooseStamp(options, terminal);
  if (as === 'timestamp') return finishSign(await stampFiles(files, options, stamp), null, { options, terminal });
  const signing = await openSigning(options, stamp, terminal);
  const { signer } = signing;
  if (signer.format === 'sshsig' && as !== 'detached' && as !== 'checksums')
    throw new PlumblineError('usage', `an SSH key makes no ${as}: its signatures stand beside files`, {
      next: 'add --as detached',
    });
  return finishSign(await signAll(files, options, signing), signer, { options, terminal });
}

async function openSigning(options: RunSignOptions, stamp: Stamp | null, terminal: Terminal): Promise<Signing> {
  if (options.keyless !== true)
    return signWithKey(await withAttestation(await chooseSigner(options, terminal), options), stamp);
  // It verifies what it made, with libraries that signing with a key does without.
  const { signWithoutKey } = await import('./sign-without-key.ts');
  return signWithoutKey(options, stamp, terminal);
}

/** Writes what was made, once all of it is there, and says so. */
async function finishSign(
  outputs: readonly SignedOutput[],
  signer: Signer | null,
  { options, terminal }: { readonly options: RunSignOptions; readonly terminal: Terminal },
): Promise<ExitCode> {
  assertApart(outputs, options.output);
  const written: string[] = [];
  for (const output of outputs) written.push(await write(output, options.output));
  const recorded = signer === null ? null : await recordCustody(signer, options.state, terminal);
  await terminal.write(report(signer, { written, recorded }, options.format));
  return exitCodes.done;
}

async function signAll(
  files: readonly string[],
  { statement, as }: RunSignOptions,
  signing: Signing,
): Promise<readonly SignedOutput[]> {
  if (statement !== undefined) return signStatement(statement, as, signing);
  if (as === 'checksums') return signChecksums(files, signing);
  const outputs: SignedOutput[] = [];
  for (const file of files) outputs.push(...(await signFile(file, as, signing)));
  return outputs;
}

/** Files of one name in several folders are signed beside themselves, or one would take the place of the other. */
function assertApart(outputs: readonly SignedOutput[], folder: string | undefined): void {
  const paths = outputs.map((output) => placeOf(output, folder));
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice === undefined) return;
  throw new PlumblineError('usage', 'two of the files would be signed in the same place', {
    path: twice,
    next: 'Name each file once, and leave out --output or sign those of one name apart',
  });
}

const placeOf = ({ beside, name }: SignedOutput, folder: string | undefined): string =>
  join(folder ?? dirname(beside), basename(name));

async function write(output: SignedOutput, folder: string | undefined): Promise<string> {
  if (folder !== undefined) await createFolder(folder);
  const path = placeOf(output, folder);
  // Nobody named this path: what was unpacked beside a file must not choose what is written over.
  if ((await lstat(path).catch(() => null))?.isSymbolicLink() === true)
    throw new PlumblineError('output-unwritable', 'a link is in its place, which is not followed', { path });
  await writeFileAtomically(path, output.content);
  return path;
}

type Signed = { readonly written: readonly string[]; readonly recorded: string | null };

/** Without a signer: files were stamped. */
function report(signer: Signer | null, signed: Signed, format: string): string {
  if (format === 'json') return printJson({ schemaVersion: '1.0', ...signed, ...keyOf(signer) });
  const lines = [
    ...signed.written.map((path) => `✓ ${visibleLine(path)}`),
    ...(signer === null ? [] : [signerLine(signer)]),
    ...(signed.recorded === null ? [] : [`  recorded in ${visibleLine(signed.recorded)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function keyOf(signer: Signer | null): object {
  if (signer === null) return { key: null, custody: null };
  const { algorithm, keyId, publicKey, custody } = signer;
  return { key: { algorithm, keyId, publicKey }, custody };
}

const signerLine = ({ algorithm, keyId, custody }: Signer): string =>
  `  signed by ${algorithm} key ${keyId.slice(0, 16)}…, kept in ${custodyWords(custody)}`;
