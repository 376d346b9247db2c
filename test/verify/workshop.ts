// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Terminal } from '@plumbline/cli/terminal/terminal';
import { runVerify, type RunVerifyOptions } from '@plumbline/cli/verify/run-verify';
import type { VerificationDocument } from '@plumbline/engine/verify/verification-document';
import { inTotoPayloadType } from '@plumbline/formats/dsse/envelope';
import { preAuthenticationEncoding } from '@plumbline/formats/dsse/pre-authentication-encoding';
import { plainStyle } from '@plumbline/reports/text/style';
import { afterAll, beforeAll } from 'vitest';
import { stringify } from 'yaml';

export type Verified = { readonly code: number; readonly text: string; readonly document: VerificationDocument };

export type Workshop = {
  readonly at: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
  /** A signed statement about a file of these bytes; returns the path of its envelope. */
  readonly attest: (name: string, statement: object, by?: KeyName) => string;
  /** Runs the command, without a process of its own. `require`: the requirements of the policy. */
  readonly verify: (
    target: string,
    require: readonly object[],
    options?: Partial<RunVerifyOptions>,
  ) => Promise<Verified>;
};

export const keyNames = ['us', 'them', 'stranger'] as const;
export type KeyName = (typeof keyNames)[number];

const pairs = Object.fromEntries(keyNames.map((name) => [name, generateKeyPairSync('ed25519')])) as Record<
  KeyName,
  { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
>;

export const pemOf = (name: KeyName): string =>
  pairs[name].publicKey.export({ type: 'spki', format: 'pem' }).toString();

export const signed = (name: KeyName, message: Uint8Array): Buffer => sign(null, message, pairs[name].privateKey);

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
export const sha512 = (content: string | Uint8Array): string => createHash('sha512').update(content).digest('hex');

/** An envelope as text, with one signature for each name. */
export function envelopeOf(payload: string | Uint8Array, by: readonly KeyName[], keyid?: string): object {
  const bytes = Buffer.from(payload);
  const message = preAuthenticationEncoding(inTotoPayloadType, bytes);
  return {
    payloadType: inTotoPayloadType,
    payload: bytes.toString('base64'),
    signatures: by.map((name) => ({ keyid: keyid ?? name, sig: signed(name, message).toString('base64') })),
  };
}

export function statementOf(content: string | Uint8Array, predicateType: string, predicate: object): object {
  const subject = [{ name: 'it', digest: { sha256: sha256(content) } }];
  return { _type: 'https://in-toto.io/Statement/v1', subject, predicateType, predicate };
}

/** A folder of the test file that calls it, with keys: us and them are trusted, stranger is not. */
export function useWorkshop(): Workshop {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-verify-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => join(folder, name);
  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(at(name), content);
    return at(name);
  };
  const signers = (['us', 'them'] as const).map((name) => ({ name, key: { pem: pemOf(name) } }));
  return {
    at,
    write,
    attest: (name, statement, by = 'us') => write(name, JSON.stringify(envelopeOf(JSON.stringify(statement), [by]))),
    verify: async (target, require, options = {}) => {
      const trust = options.trust ?? write('trust.yaml', stringify({ signers, require }));
      const run = async (format: 'text' | 'json'): Promise<{ readonly code: number; readonly text: string }> => {
        const { terminal, output } = listening();
        const asked = { feeds: at('no-feeds'), asOf: '2026-06-30', ...options, trust, format };
        return { code: await runVerify(target, asked, terminal), text: output() };
      };
      const [{ code, text }, machine] = [await run('text'), await run('json')];
      return { code, text: text.replaceAll(/\s+/gu, ' '), document: JSON.parse(machine.text) as VerificationDocument };
    },
  };
}

function listening(): { readonly terminal: Terminal; readonly output: () => string } {
  const parts: string[] = [];
  const terminal: Terminal = {
    write: (text) => {
      parts.push(text);
      return Promise.resolve();
    },
    message: () => undefined,
    progress: () => undefined,
    style: plainStyle,
    width: 100,
    interactive: false,
    signal: new AbortController().signal,
  };
  return { terminal, output: () => parts.join('') };
}
