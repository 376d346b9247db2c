// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openTimestampAuthorities, type TimestampAuthorities } from '@plumbline/adapters/testing/timestamp-authorities';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { plumbline } from './plumbline.ts';

// A key signs today, with the time from an authority of OpenSSL's; tomorrow it is revoked, and in a month it is asked what still counts.
let folder: string;
let authorities: TimestampAuthorities;
let server: Server;
let url: string;
const at = (name: string): string => join(folder, name);
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const tomorrow = day(1);
const inAMonth = day(30);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-timestamps-'));
  authorities = openTimestampAuthorities();
  for (const name of ['ours', 'theirs']) {
    authorities.make(name);
    copyFileSync(join(authorities.folder, `${name}-root.pem`), at(`${name}.pem`));
  }
  server = createServer((request, response) => {
    void buffer(request).then((body) => response.end(authorities.reply('ours', body)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(at('release.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(at('release.pub'), publicKey.export({ type: 'spki', format: 'pem' }));
  for (const name of ['lantern.tar', 'bundled.tar', 'late.tar', 'ssh.tar', 'itself.tar']) writeFileSync(at(name), name);
}, 30_000);
afterAll(() => {
  server.closeAllConnections();
  server.close();
  authorities.remove();
  rmSync(folder, { recursive: true, force: true });
});

const revoked = { revokedOn: tomorrow, revokedBecause: 'lost laptop' };

/** What `verify` says in a month of an artifact whose key was revoked tomorrow. */
async function verify(
  artifact: string,
  trusted: object,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const policy = { signers: [{ name: 'us', ...trusted }], require: [{ name: 'signature', signers: ['us'] }] };
  writeFileSync(at('trust.yaml'), stringify(policy));
  const { code, stdout, stderr } = await plumbline([
    'verify',
    at(artifact),
    '--trust',
    at('trust.yaml'),
    '--as-of',
    inAMonth,
  ]);
  return { code, said: `${stdout}${stderr}`.replaceAll(/\s+/gu, ' ') };
}

const key = (timestamps: object): object => ({ key: { file: 'release.pub', ...revoked, ...timestamps } });

async function sign(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await plumbline(['sign', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const keyed = (): readonly string[] => ['--key', at('release.key')];
const stamped = (): readonly string[] => ['--timestamp-url', url];

test('a detached signature with its timestamp outlives the key', async () => {
  const said = await sign(at('lantern.tar'), ...keyed(), ...stamped(), '--as', 'detached');
  expect(said).toContain('lantern.tar.sig.tsr');
  const good = await verify('lantern.tar', key({ timestamps: 'ours.pem' }));
  expect(good.said).toContain('✓ timestamp signed before');
  expect(good.code).toBe(0);
  const nobody = await verify('lantern.tar', key({}));
  expect(nobody).toMatchObject({ code: 1, said: expect.stringContaining('the policy names no authority') });
  const other = await verify('lantern.tar', key({ timestamps: 'theirs.pem' }));
  expect(other.said).toContain('does not lead to an authority that is trusted');
  expect(other.said).toContain('the key is revoked since');
  expect(other.code).toBe(1);
  // Somebody without any tool of ours.
  const args = ['ts', '-verify', '-data', 'lantern.tar.sig', '-in', 'lantern.tar.sig.tsr', '-CAfile', 'ours.pem'];
  execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
});

test('a bundle holds its timestamp', async () => {
  await sign(at('bundled.tar'), ...keyed(), ...stamped());
  expect(existsSync(at('bundled.tar.sigstore.json.tsr'))).toBe(false);
  expect(await verify('bundled.tar', key({ timestamps: 'ours.pem' }))).toMatchObject({ code: 0 });
  const refused = await verify('bundled.tar', key({ timestamps: 'theirs.pem' }));
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('✗ timestamp') });
});

test('a signature can be stamped later, and a timestamp over anything else proves nothing of it', async () => {
  await sign(at('late.tar'), ...keyed(), '--as', 'detached');
  copyFileSync(at('lantern.tar.sig.tsr'), at('late.tar.sig.tsr'));
  const foreign = await verify('late.tar', key({ timestamps: 'ours.pem' }));
  expect(foreign.said).toContain('it is over other bytes than these');
  expect(foreign.code).toBe(1);
  await sign(at('late.tar.sig'), '--as', 'timestamp', ...stamped());
  expect(await verify('late.tar', key({ timestamps: 'ours.pem' }))).toMatchObject({ code: 0 });
});

test('a timestamp over the artifact says nothing of when it was signed', async () => {
  await sign(at('itself.tar'), ...keyed(), '--as', 'detached');
  await sign(at('itself.tar'), '--as', 'timestamp', ...stamped());
  const { code, said } = await verify('itself.tar', key({ timestamps: 'ours.pem' }));
  expect(said).toContain('it is over the artifact itself');
  expect(code).toBe(1);
});

test('SSH signatures have a time too', async () => {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at('maintainer')]);
  const [type, blob] = readFileSync(at('maintainer.pub'), 'utf8').split(' ');
  writeFileSync(at('allowed_signers'), `me@example.com ${type} ${blob}\n`);
  await sign(at('ssh.tar'), '--ssh-key', at('maintainer'), '--as', 'detached', ...stamped());
  const ssh = { file: 'allowed_signers', ...revoked };
  expect(await verify('ssh.tar', { ssh })).toMatchObject({ code: 1 });
  expect(await verify('ssh.tar', { ssh: { ...ssh, timestamps: 'ours.pem' } })).toMatchObject({ code: 0 });
});

test('what is asked wrongly is told, and nothing is written', async () => {
  writeFileSync(at('empty.pem'), '');
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['sign', at('lantern.tar'), '--as', 'timestamp'], '--timestamp-url'],
    [['sign', at('lantern.tar'), '--as', 'timestamp', ...stamped(), ...keyed()], 'signs nothing'],
    [['sign', at('lantern.tar'), ...keyed(), ...stamped(), '--offline'], '--offline forbids'],
    [['sign', at('lantern.tar'), ...keyed(), '--timestamp-url', 'http://tsa.example'], 'only https'],
  ];
  for (const [args, message] of cases)
    expect(await plumbline(args)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  expect(await verify('lantern.tar', key({ timestamps: 'empty.pem' }))).toMatchObject({
    code: 2,
    said: expect.stringContaining('holds no certificates in PEM'),
  });
  expect(existsSync(at('lantern.tar.sigstore.json'))).toBe(false);
});
