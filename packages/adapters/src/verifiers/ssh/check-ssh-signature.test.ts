// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SshSigner } from '@plumbline/core/verification/trust-policy';
import { parseSshSignature } from '@plumbline/formats/ssh-signature/parse-ssh-signature';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageOf } from '../../platform/keys/read-whole.ts';
import { checkSshMessage } from './check-ssh-signature.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-ssh-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const period = { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null };

/** What OpenSSH makes of a kind of key, and what is said of it for the content and for another. */
async function said(name: string, ...kind: readonly string[]): Promise<readonly string[]> {
  execFileSync('ssh-keygen', ['-q', ...kind, '-N', '', '-C', '', '-f', at(name)]);
  writeFileSync(at(`${name}.message`), 'lantern');
  execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-f', at(name), '-n', 'git', at(`${name}.message`)], {
    stdio: 'ignore',
  });
  const parsed = parseSshSignature(readFileSync(at(`${name}.message.sig`), 'utf8'));
  if (parsed.state === 'failed') return [parsed.because];
  const allowedSigners = `ada@example.com ${readFileSync(at(`${name}.pub`), 'utf8')}`;
  const signer: SshSigner = { kind: 'ssh', name: 'us', allowedSigners, principal: '**', namespace: 'file', period };
  const check = async (content: string): Promise<string> => {
    const message = { namespace: 'git', content: messageOf(Buffer.from(content)) };
    const { outcome, steps } = await checkSshMessage(parsed.signature, signer, message);
    return outcome === 'valid' ? outcome : (steps[0]?.because ?? '');
  };
  return [await check('lantern'), await check('another')];
}

test.each([
  ['ed25519', ['-t', 'ed25519']],
  ['P-256', ['-t', 'ecdsa', '-b', '256']],
  ['P-384', ['-t', 'ecdsa', '-b', '384']],
  ['P-521', ['-t', 'ecdsa', '-b', '521']],
  ['RSA', ['-t', 'rsa', '-b', '2048']],
])('a key of %s', async (name, kind) => {
  expect(await said(name, ...kind)).toEqual(['valid', expect.stringContaining('no signature over this content')]);
});

test('an RSA key that is too small is none', async () => {
  expect(await said('small', '-t', 'rsa', '-b', '1024')).toEqual([expect.stringContaining('fewer than 2048 bits')]);
});
