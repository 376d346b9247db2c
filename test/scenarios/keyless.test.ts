// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type CommandResult, plumbline } from './plumbline.ts';
import { identityToken, issuer, paths, type SigstoreInstance, startSigstore, subject } from './sigstore-instance.ts';

// Signing without a key and verifying it, through the command, against an instance on this machine.
let folder: string;
let sigstore: SigstoreInstance;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-keyless-'));
  sigstore = await startSigstore();
  writeFileSync(at('trusted_root.json'), sigstore.trustedRoot);
  writeFileSync(at('lantern.tar'), 'lantern 1.0\n');
  writeFileSync(at('other.tar'), 'lantern 1.1\n');
  for (const [name, identity] of Object.entries({
    right: { issuer, subject: subject.replace('v1.0', '*') },
    'other-subject': { issuer, subject: 'https://example.com/them/**' },
    'other-issuer': { issuer: 'https://other.example', subject },
  })) {
    const policy = {
      signers: [{ name: 'workflow', sigstore: { root: 'trusted_root.json', ...identity } }],
      require: [{ name: 'signature', signers: ['workflow'] }],
    };
    writeFileSync(at(`${name}.yaml`), stringify(policy));
  }
}, 30_000);
afterEach(() => {
  for (const path of Object.values(paths)) sigstore.instead(path);
  sigstore.asked.splice(0);
});
afterAll(() => {
  sigstore.close();
  rmSync(folder, { recursive: true, force: true });
});

const inOneLine = ({ stdout }: CommandResult): string => stdout.replaceAll(/\s+/gu, ' ');

const services = (): readonly string[] => ['--fulcio-url', sigstore.url, '--rekor-url', `${sigstore.url}/`];

function sign(args: readonly string[], env: { readonly [name: string]: string }): Promise<CommandResult> {
  return plumbline(['sign', ...args, '--keyless', ...services(), '--trusted-root', at('trusted_root.json')], { env });
}

test('a list of checksums is signed without a key, in a bundle', async () => {
  const signed = await sign([at('lantern.tar'), at('other.tar'), '--as', 'checksums'], {
    SIGSTORE_ID_TOKEN: identityToken(),
  });
  expect(signed).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(at('SHA256SUMS'), 'utf8')).toMatch(
    /^[0-9a-f]{64} {2}lantern\.tar\n[0-9a-f]{64} {2}other\.tar\n$/u,
  );
  const verified = await plumbline(['verify', at('SHA256SUMS'), '--trust', at('right.yaml')]);
  expect(verified).toMatchObject({ code: 0, stderr: '' });
});

test('a file signed without a key verifies for its identity, and for nobody else', async () => {
  const token = identityToken();
  const signed = await sign([at('lantern.tar')], { SIGSTORE_ID_TOKEN: token });
  expect(signed).toMatchObject({ code: 0, stderr: '' });
  expect(signed.stdout).toContain(subject);
  expect(sigstore.asked).toEqual([paths.certificate, paths.entries]);
  const bundle = readFileSync(at('lantern.tar.sigstore.json'), 'utf8');
  expect(JSON.parse(bundle)).toMatchObject({ mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json' });
  for (const said of [signed.stdout, bundle]) for (const part of token.split('.')) expect(said).not.toContain(part);

  const verify = (policy: string, artifact = 'lantern.tar'): Promise<CommandResult> =>
    plumbline(['verify', at(artifact), '--trust', at(policy), '--attestation', at('lantern.tar.sigstore.json')]);
  const good = await verify('right.yaml');
  expect(inOneLine(good)).toContain(`✓ identity signed by ${subject}, for whom ${issuer} vouches`);
  expect(good.code).toBe(0);
  const refusals = [
    [await verify('other-subject.yaml'), '✗ identity'],
    [await verify('other-issuer.yaml'), `✗ identity ${issuer} vouches`],
    [await verify('right.yaml', 'other.tar'), '✗ artifact'],
  ] as const;
  for (const [refusal, step] of refusals) {
    expect(inOneLine(refusal)).toContain(step);
    expect(refusal.code).toBe(1);
  }
});

test('a statement, for a token that GitHub Actions gives, with a timestamp', async () => {
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'lantern.tar', digest: { sha256: '0'.repeat(64) } }],
    predicateType: 'https://example.com/test/v1',
    predicate: {},
  };
  writeFileSync(at('statement.json'), JSON.stringify(statement));
  const stamp = ['--tsa-url', `${sigstore.url}${paths.timestamp}`, '--format', 'json'];
  const { code, stdout } = await sign(['--statement', at('statement.json'), ...stamp], {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${sigstore.url}${paths.token}?job=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of this job',
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ custody: { kind: 'ephemeral', issuer, subject } });
  expect(sigstore.asked).toEqual([
    `${paths.token}?job=1&audience=sigstore`,
    paths.certificate,
    paths.timestamp,
    paths.entries,
  ]);
  const named = ['--attestation', at('statement.json.sigstore.json')];
  const verified = await plumbline(['verify', `sha256:${'0'.repeat(64)}`, '--trust', at('right.yaml'), ...named]);
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/✓ log[^]*✓ timestamp/u) });
});

test('a log of Rekor 2 has no time, and a timestamp has to be there', async () => {
  const env = { SIGSTORE_ID_TOKEN: identityToken() };
  const second = [at('lantern.tar'), '--rekor-version', '2', '--output', at('second')];
  expect(await sign(second, env)).toMatchObject({ code: 2, stderr: expect.stringContaining('--timestamp-url') });
  const stamp = ['--timestamp-url', `${sigstore.url}${paths.timestamp}`];
  expect(await sign([...second, ...stamp], env)).toMatchObject({ code: 0, stderr: '' });
  expect(sigstore.asked).toEqual([paths.certificate, paths.timestamp, paths.entries2]);
  const named = ['--attestation', at('second/lantern.tar.sigstore.json')];
  const verified = await plumbline(['verify', at('lantern.tar'), '--trust', at('right.yaml'), ...named]);
  expect(inOneLine(verified)).toContain('by the timestamp authority');
  expect(verified.code).toBe(0);
});

test('without a token, or offline, it says what to do and asks nobody', async () => {
  const none = await sign([at('other.tar')], {});
  expect(none).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('SIGSTORE_ID_TOKEN') });
  const offline = await sign([at('other.tar'), '--offline'], { SIGSTORE_ID_TOKEN: identityToken() });
  expect(offline).toMatchObject({ code: 2, stderr: expect.stringContaining('--offline forbids') });
  expect(sigstore.asked).toEqual([]);
});

test('what cannot be verified afterwards is not written', async () => {
  const before = readdirSync(folder);
  const token = identityToken();
  writeFileSync(at('token'), `${token}\n`);
  // Another log than the one that the root names.
  const another = await startSigstore();
  sigstore.instead(paths.entries, (body, request) => another.answerOf(paths.entries, body, request));
  const signed = await sign([at('other.tar'), '--identity-token-file', at('token')], {});
  another.close();
  expect(signed).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('cannot be verified (log)') });
  expect(readdirSync(folder)).toEqual([...before, 'token'].toSorted());
  expect(existsSync(at('other.tar.sigstore.json'))).toBe(false);
});
