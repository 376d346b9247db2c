// SPDX-License-Identifier: Apache-2.0
import { createFolder } from '@plumbline/adapters/platform/files/create-folder';
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import { PlumblineError } from '@plumbline/core/errors';
import type { Signer } from '@plumbline/core/signing/signer';
import { printJson } from '@plumbline/reports/print-json';
import { visibleLine } from '@plumbline/reports/visible-text';
import { basename, dirname, join } from 'node:path';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { chooseSigner } from './choose-signer.ts';
import { signChecksums } from './sign-checksums.ts';
import { signFile } from './sign-file.ts';
import { signStatement } from './sign-statement.ts';
import type { RunSignOptions } from './sign-options.ts';

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
    throw new PlumblineError('usage', 'either files or --statement is signed');
  const signer = await chooseSigner(options, terminal);
  if (signer.format === 'sshsig' && as !== 'detached' && as !== 'checksums')
    throw new PlumblineError('usage', `an SSH key makes no ${as}: its signatures stand beside files`, {
      next: 'add --as detached',
    });
  const outputs = await signAll(files, options, signer);
  const written: string[] = [];
  for (const output of outputs) written.push(await write(output, options.output));
  await terminal.write(report(signer, written, options.format));
  return exitCodes.done;
}

async function signAll(
  files: readonly string[],
  { statement, as }: RunSignOptions,
  signer: Signer,
): Promise<readonly SignedOutput[]> {
  if (statement !== undefined) return [await signStatement(statement, as, signer)];
  if (as === 'checksums') return signChecksums(files, signer);
  const outputs: SignedOutput[] = [];
  for (const file of files) outputs.push(await signFile(file, as, signer));
  return outputs;
}

async function write({ beside, name, content }: SignedOutput, folder: string | undefined): Promise<string> {
  if (folder !== undefined) await createFolder(folder);
  const path = join(folder ?? dirname(beside), basename(name));
  await writeFileAtomically(path, content);
  return path;
}

function report({ algorithm, keyId, publicKey, custody }: Signer, written: readonly string[], format: string): string {
  if (format === 'json')
    return printJson({ schemaVersion: '1.0', written, key: { algorithm, keyId, publicKey }, custody });
  const lines = [
    ...written.map((path) => `✓ ${visibleLine(path)}`),
    `  signed by ${algorithm} key ${keyId.slice(0, 16)}…, kept in ${custodyWords(custody)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function custodyWords(custody: Signer['custody']): string {
  if (custody.kind === 'file') return custody.encrypted ? 'a file, encrypted' : 'a file, NOT encrypted';
  if (custody.kind === 'ssh') return `SSH (${custody.keyType}${custody.hardware ? ', in a security key' : ''})`;
  if (custody.kind === 'cloud')
    return visibleLine(`${custody.service} as ${custody.key} (${custody.protection ?? 'how is not said'})`);
  if (custody.kind === 'ephemeral') return visibleLine(`no place: made for one signature of ${custody.subject}`);
  const { label, manufacturer, model, serial } = custody;
  return visibleLine(
    `the token ${label} (${[manufacturer, model, serial].filter((part) => part !== null).join(', ')})`,
  );
}
