// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerTo, assessment, outcomes } from './assessment.ts';
import { plumbline } from './plumbline.ts';

// A repository whose commits were signed by OpenSSH and git themselves, and what somebody might do to it.
let folder: string;
const at = (name: string): string => join(folder, name);
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', at('repository'), ...args], { env, encoding: 'utf8' }).trim();
const keygen = (...args: readonly string[]): string => execFileSync('ssh-keygen', args, { env, encoding: 'utf8' });
const commit = (message: string, ...more: readonly string[]): string =>
  git('commit', '--quiet', '--allow-empty', '--message', message, ...more);

const trust = (name: string, rules: object, line = ''): string => {
  const ssh = { allowedSigners: `ada@example.com${line} ${readFileSync(at('ada.pub'), 'utf8')}` };
  writeFileSync(at(name), JSON.stringify({ signers: [{ name: 'maintainers', ssh }], git: rules }));
  return at(name);
};
const header = (text: string): string => `gpgsig ${text.trimEnd().replaceAll('\n', '\n ')}\n`;

const us = { signers: ['maintainers'] };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-commits-'));
  for (const name of ['ada', 'eve']) keygen('-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', at(name));
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', at('repository')], { env });
  for (const [key, value] of [
    ['gpg.format', 'ssh'],
    ['user.signingKey', at('ada')],
    ['commit.gpgSign', 'true'],
  ])
    git('config', key ?? '', value ?? '');
  commit('one');
  git('tag', '--sign', '--message', 'v1', 'v1');
  commit('two');
  git('tag', '--sign', '--message', 'v2', 'v2');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verify = (policy: string, ...args: readonly string[]): ReturnType<typeof plumbline> =>
  plumbline(['verify', ...args, '--repository', at('repository'), '--trust', policy]);

test('what git and OpenSSH signed is valid, and the document is of its schema', async () => {
  const policy = trust('good.yaml', { commits: us, tags: us });
  const { code, stdout } = await verify(policy, '--commits', 'v2');
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('2 commits: 2 valid; all accepted'),
  });
  const json = await verify(policy, '--commits', 'v1..v2', '--format', 'json');
  const document: unknown = JSON.parse(json.stdout);
  const ajv = new Ajv2020({ strictRequired: false });
  addFormats.default(ajv);
  const schema: object = JSON.parse(readFileSync('docs/generated/schemas/range-verification.schema.json', 'utf8'));
  expect(ajv.validate(schema, document), ajv.errorsText()).toBe(true);
  expect(document).toMatchObject({
    outcome: 'verified',
    objects: [
      {
        type: 'commit',
        format: 'ssh',
        outcome: 'valid',
        trusted: 'maintainers',
        signer: { subjects: ['ada@example.com'] },
      },
      { type: 'tag', name: 'v2', outcome: 'valid' },
    ],
  });
  expect(await verify(policy, '--tag', 'v2')).toMatchObject({ code: 0, stdout: expect.stringContaining('✓ tag-name') });
});

test('strangers, the unsigned, and a tag under another name are refused', async () => {
  git('checkout', '--quiet', '-b', 'worse', 'v2');
  git('-c', `user.signingKey=${at('eve')}`, 'commit', '--quiet', '--allow-empty', '--message', 'of a stranger');
  commit('unsigned', '--no-gpg-sign');
  git('update-ref', 'refs/tags/v3', git('rev-parse', 'v1'));
  const { code, stdout } = await verify(trust('good.yaml', { commits: us, tags: us }), '--commits', 'v2..worse');
  expect(code).toBe(1);
  expect(stdout).toContain('2 commits: 1 of nobody trusted, 1 unsigned; 0 accepted');
  expect(await verify(at('good.yaml'), '--tag', 'v3')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('it stands here as v3 and was signed as v1'),
  });
});

test('a signature that was made for files, and one that another commit carries', async () => {
  const raw = git('cat-file', 'commit', 'v1');
  const unsigned = raw.replace(/^gpgsig (?:.*\n )*.*\n/mu, '').concat('\n');
  writeFileSync(at('payload'), unsigned);
  keygen('-q', '-Y', 'sign', '-f', at('ada'), '-n', 'file', at('payload'));
  const forge = (text: string): string =>
    execFileSync('git', ['-C', at('repository'), 'hash-object', '-t', 'commit', '-w', '--stdin'], {
      env,
      input: text,
      encoding: 'utf8',
    }).trim();
  const forged = unsigned.replace('\n\n', `\n${header(readFileSync(at('payload.sig'), 'utf8'))}\n`);
  const other = `${raw}\nand more\n`;
  const twice = raw.replace(/^(gpgsig (?:.*\n )*.*\n)/mu, '$1$1').concat('\n');
  const policy = trust('commits.yaml', { commits: us });
  for (const [text, because] of [
    [forged, 'it was made for the namespace file, not for git'],
    [other, 'it is no signature over this content'],
    [twice, 'it carries more than one signature'],
  ] as const)
    expect(await verify(policy, '--commits', forge(text))).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(because),
    });
});

test('keys count when the commit says that it was made, as git has it', async () => {
  const [past, future] = [' valid-before="20200101Z"', ' valid-after="20200101Z"'];
  expect(await verify(trust('past.yaml', { commits: us }, past), '--commits', 'v2')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('key counted until 2020-01-01'),
  });
  expect(await verify(trust('future.yaml', { commits: us }, future), '--commits', 'v2')).toMatchObject({ code: 0 });
});

test('behind the end of a shallow clone nobody can look', async () => {
  execFileSync(
    'git',
    ['clone', '--quiet', '--depth', '1', '--branch', 'v2', `file://${at('repository')}`, at('shallow')],
    { env, stdio: 'ignore' },
  );
  const args = ['--commits', 'HEAD', '--repository', at('shallow'), '--trust', trust('commits.yaml', { commits: us })];
  expect(await plumbline(['verify', ...args])).toMatchObject({
    code: 3,
    stdout: expect.stringContaining('is not in this clone'),
  });
});

test('a repository of SHA-256', async () => {
  const where = at('sha256');
  execFileSync('git', ['init', '--quiet', '--object-format=sha256', where], { env });
  const sign = ['-c', 'gpg.format=ssh', '-c', `user.signingKey=${at('ada')}`];
  execFileSync('git', ['-C', where, ...sign, 'commit', '--quiet', '--allow-empty', '-S', '-m', 'one'], { env });
  execFileSync('git', ['-C', where, ...sign, 'tag', '-s', '-m', 'v1', 'v1'], { env });
  const policy = trust('good.yaml', { commits: us, tags: us });
  const result = await plumbline(['verify', '--commits', 'v1', '--repository', where, '--trust', policy]);
  expect(result).toMatchObject({ code: 0, stdout: expect.stringContaining('1 tag: 1 valid; all accepted') });
});

test('a verification is evidence for what it was of, and for nothing else', async () => {
  git('checkout', '--quiet', '--detach', 'v2');
  const policy = trust('good.yaml', { commits: us, tags: us });
  const state = at('state');
  const kept = (): readonly string[] => readdirSync(join(state, 'git-verifications'));
  const found = () => assessment(at('repository'), { profile: 'high', state });
  const unknown = { 'commit-signatures-verify': 'unknown', 'release-tag-signatures-verify': 'unknown' };
  const yes = { 'commit-signatures-verify': 'yes', 'release-tag-signatures-verify': 'yes' };
  const ask = async (): Promise<object> => outcomes(await found(), yes);
  git('tag', '--delete', 'v3'); // of the test above: the newest release is v2 again
  expect(await ask()).toEqual(unknown);

  await verify(policy, '--commits', 'HEAD', '--state', state, '--as-of', '2099-01-01');
  expect(await ask()).toEqual(unknown);
  await verify(policy, '--commits', 'v1..HEAD', '--state', state);
  expect(await ask()).toEqual({ ...yes, 'commit-signatures-verify': 'unknown' });
  await verify(policy, '--commits', 'v1', '--state', state);
  const both = await found();
  expect(outcomes(both, yes)).toEqual(yes);
  for (const check of Object.keys(yes)) expect(answerTo(both, check)).toMatchObject({ strength: 'tested' });

  const [first = ''] = kept();
  const entry = readFileSync(join(state, 'git-verifications', first));
  rmSync(join(state, 'git-verifications', first));
  expect(Object.values(await ask())).toContain('unknown');
  writeFileSync(join(state, 'git-verifications', first), 'damaged');
  expect(await ask()).toEqual(unknown);
  writeFileSync(join(state, 'git-verifications', first), entry);
  expect(await ask()).toEqual(yes);
});

test('a bad signature is a no, and another tag is another question', async () => {
  const state = at('worse');
  const ask = async (): Promise<object> =>
    outcomes(await assessment(at('repository'), { profile: 'high', state }), {
      'commit-signatures-verify': 'no',
      'release-tag-signatures-verify': 'no',
    });
  const past = trust('past.yaml', { commits: us, tags: us }, ' valid-before="20200101Z"');
  expect(await verify(past, '--commits', 'v2', '--state', state)).toMatchObject({ code: 1 });
  expect(await ask()).toEqual({ 'commit-signatures-verify': 'no', 'release-tag-signatures-verify': 'no' });
  git('tag', '--sign', '--message', 'v4', 'v4', 'v2^{}');
  expect(await ask()).toMatchObject({ 'release-tag-signatures-verify': 'unknown' });
  expect(await verify(at('good.yaml'), '--tag', 'v4', '--state', state)).toMatchObject({ code: 0 });
  expect(await ask()).toEqual({ 'commit-signatures-verify': 'no', 'release-tag-signatures-verify': 'yes' });
  git('tag', '--force', '--sign', '--message', 'v4', 'v4', 'v1^{}');
  expect(await ask()).toMatchObject({ 'release-tag-signatures-verify': 'unknown' });
  git('tag', '--force', '--annotate', '--no-sign', '--message', 'v4', 'v4', 'v1^{}');
  expect(await ask()).toMatchObject({ 'release-tag-signatures-verify': 'no' });
  git('tag', '--delete', 'v4');
});

test('what is asked wrongly is told with exit code 2', async () => {
  const policy = trust('commits.yaml', { commits: us });
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['--trust', policy], 'one thing has to be verified'],
    [['it', '--commits', 'HEAD', '--trust', policy], 'one thing has to be verified'],
    [['--commits', 'HEAD', '--sbom', 'x', '--trust', policy], '--sbom goes with an artifact'],
    [['--tag', 'v1', '--trust', policy, '--repository', at('repository')], 'it asks nothing of tags'],
    [
      ['--tag', 'v9', '--trust', trust('good.yaml', { commits: us, tags: us }), '--repository', at('repository')],
      "there is no tag 'v9'",
    ],
    [['--commits', 'v1...v2', '--trust', policy, '--repository', at('repository')], 'that is no range of commits'],
    [['--commits', 'HEAD', '--trust', trust('none.yaml', {})], 'neither for commits nor for tags'],
    [['--commits', 'HEAD', '--trust', trust('who.yaml', { commits: { signers: ['eve'] } })], 'eve is no signer'],
  ];
  for (const [args, message] of cases)
    expect(await plumbline(['verify', ...args])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
});
