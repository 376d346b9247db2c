// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SshSigner } from '@plumbline/core/verification/trust-policy';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { messageOf } from '../../platform/keys/read-whole.ts';
import { checkSignature } from '../../verifiers/check-signature.ts';
import { openSshSigner } from './open-ssh-signer.ts';

let folder: string;
const content = Buffer.from('lantern\n');
const types = ['ed25519', 'ecdsa'] as const;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-ssh-'));
  writeFileSync(join(folder, 'file'), content);
  for (const type of types)
    execFileSync('ssh-keygen', ['-q', '-t', type, '-b', '256', '-N', '', '-f', join(folder, type)]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const allowed = (type: string, options = ''): string =>
  `me@example.com ${options}${readFileSync(join(folder, `${type}.pub`), 'utf8')}`;

async function check(
  bytes: Uint8Array,
  changed: Partial<SshSigner>,
  over: Buffer = content,
): Promise<readonly string[]> {
  const [candidate] = readSignedFile(bytes, 'file.sig');
  if (candidate === undefined) throw new Error('nothing was read');
  const period = { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null };
  const signer: SshSigner = {
    kind: 'ssh',
    name: 'us',
    allowedSigners: '',
    principal: '**',
    namespace: 'file',
    period,
    ...changed,
  };
  const sha256 = createHash('sha256').update(over).digest('hex');
  const { outcome, steps } = await checkSignature(candidate, signer, {
    name: 'file',
    sha256,
    content: messageOf(over),
  });
  return [outcome, ...steps.flatMap((one) => (one.outcome === 'failed' ? [`${one.step}: ${one.because}`] : []))];
}

describe.each(types)('%s', (type) => {
  test('what we sign ssh-keygen verifies, and the other way round', async () => {
    const signer = await openSshSigner(join(folder, type), 'file');
    expect(signer).toMatchObject({ format: 'sshsig', custody: { kind: 'ssh', hardware: false } });
    const ours = await signer.sign(messageOf(content));
    writeFileSync(join(folder, 'ours.sig'), ours);
    writeFileSync(join(folder, 'allowed'), allowed(type));
    const asked = ['-Y', 'verify', '-f', 'allowed', '-I', 'me@example.com', '-n', 'file', '-s', 'ours.sig'];
    expect(execFileSync('ssh-keygen', asked, { cwd: folder, input: content }).toString()).toContain('Good');
    execFileSync('ssh-keygen', ['-Y', 'sign', '-q', '-f', type, '-n', 'file', 'file'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const theirs = readFileSync(join(folder, 'file.sig'));
    rmSync(join(folder, 'file.sig'));
    for (const bytes of [ours, theirs])
      expect(await check(bytes, { allowedSigners: allowed(type) })).toEqual(['valid']);
  });

  test('another content, purpose or key is refused', async () => {
    const bytes = await (
      await openSshSigner(join(folder, type), 'file')
    ).sign({ ...messageOf(content), path: join(folder, 'file') });
    const allowedSigners = allowed(type);
    expect(await check(bytes, { allowedSigners }, Buffer.from('other'))).toEqual([
      'invalid',
      expect.stringMatching(/^signature: /u),
    ]);
    expect(await check(bytes, { allowedSigners, namespace: 'git' })).toEqual([
      'invalid',
      expect.stringContaining('namespace'),
    ]);
    expect(await check(bytes, { allowedSigners: allowed(type === 'ecdsa' ? 'ed25519' : 'ecdsa') })).toEqual([
      'invalid',
      expect.stringMatching(/^identity: /u),
    ]);
    expect(await check(bytes, { allowedSigners: allowed(type, 'namespaces="git" ') })).toEqual([
      'invalid',
      expect.stringMatching(/^identity: /u),
    ]);
  });
});

test('a program that signs with another key, or signs something else, is found out', async () => {
  const tools = join(folder, 'tools');
  mkdirSync(tools);
  vi.stubEnv('PLUMBLINE_TOOLS', tools);
  try {
    for (const does of [
      `shift 4; exec ssh-keygen -Y sign -f '${join(folder, 'ecdsa')}' "$@"`,
      `for last; do :; done; cp '${join(folder, 'file')}' other; echo more >> other; ssh-keygen -Y sign -f '${join(folder, 'ed25519')}' -n file other && mv other.sig "$last.sig"`,
      'for last; do :; done; echo nothing > "$last.sig"',
    ]) {
      writeFileSync(join(tools, 'ssh-keygen'), `#!/bin/sh\n${does}\n`, { mode: 0o700 });
      const signer = await openSshSigner(join(folder, 'ed25519'), 'file');
      await expect(signer.sign(messageOf(content))).rejects.toMatchObject({
        code: 'signing-failed',
        message: expect.stringContaining('no signature by the key'),
      });
    }
  } finally {
    vi.unstubAllEnvs();
  }
});
