// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueCertificate } from '../../../packages/adapters/src/testing/issue-certificate.ts';
import { plumbline } from '../../scenarios/plumbline.ts';

// OpenSSH is real here; the security key is one in software, and its attestations are vouched for by a root of this test.
let folder: string;
let env: { readonly [name: string]: string };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-security-key-'));
  const provider = join(folder, 'security-key.so');
  if (!existsSync('/usr/include/openssl/evp.h') || !existsSync('/usr/bin/gcc')) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'gcc', 'libc6-dev', 'libssl-dev'], { stdio: 'ignore' });
  }
  const source = fileURLToPath(new URL('fixtures/security-key.c', import.meta.url));
  execFileSync('gcc', ['-O1', '-Wall', '-Werror', '-shared', '-fPIC', '-o', provider, source, '-lcrypto']);
  const root = issueCertificate({ name: 'Root', authority: { below: 0 } });
  const device = issueCertificate({ name: 'Device', unit: 'Authenticator Attestation', issuer: root });
  writeFileSync(join(folder, 'root.pem'), root.pem);
  writeFileSync(join(folder, 'device.der'), device.der);
  writeFileSync(join(folder, 'device.pem'), device.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(folder, 'challenge'), 'asked of the device');
  writeFileSync(join(folder, 'lantern.tar'), 'lantern\n');
  env = { SSH_SK_PROVIDER: provider };
  for (const name of ['release', 'other']) enroll(name);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function enroll(name: string): void {
  const attested = ['-O', 'challenge=challenge', '-O', `write-attestation=${name}.attestation`];
  execFileSync('ssh-keygen', ['-q', '-t', 'ecdsa-sk', '-N', '', '-f', name, ...attested], {
    cwd: folder,
    env: {
      ...process.env,
      ...env,
      DEVICE_KEY: join(folder, 'device.pem'),
      DEVICE_CERTIFICATE: join(folder, 'device.der'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

const sign = (attestation: string): ReturnType<typeof plumbline> =>
  plumbline(
    `sign lantern.tar --ssh-key release --as detached --ssh-attestation ${attestation} --ssh-challenge challenge --attestation-root root.pem --format json`.split(
      ' ',
    ),
    { cwd: folder, env },
  );

test('what ssh-keygen kept of the attestation verifies, and the key signs', async () => {
  const { code, stdout, stderr } = await sign('release.attestation');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    custody: {
      kind: 'ssh',
      keyType: 'sk-ecdsa-sha2-nistp256@openssh.com',
      hardware: true,
      attestation: { format: 'fido-packed', root: { subject: 'CN=Root', pinned: false } },
    },
  });
  writeFileSync(join(folder, 'allowed'), `me@example.com ${readFileSync(join(folder, 'release.pub'), 'utf8')}`);
  const policy = {
    signers: [{ name: 'us', ssh: { file: 'allowed', namespace: 'file' } }],
    require: [{ name: 'signature', signers: ['us'] }],
  };
  writeFileSync(join(folder, 'trust.yaml'), JSON.stringify(policy));
  expect(await plumbline(['verify', 'lantern.tar', '--trust', 'trust.yaml'], { cwd: folder })).toMatchObject({
    code: 0,
  });
});

test('that of another key of the same device is refused', async () => {
  const { code, stderr } = await sign('other.attestation');
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('another key than the one that signs') });
});
