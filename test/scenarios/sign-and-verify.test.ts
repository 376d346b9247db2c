// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { runMeasured } from '../../scripts/bench/run-measured.ts';
import { commandEnvironment, commandLine, plumbline } from './plumbline.ts';

// The guide, run as it stands, and then what a user would try next in the same folder.
const guide = readFileSync('docs/guides/sign-and-verify.md', 'utf8');
const blocks = (language: string): readonly string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'gu'))].map(([, block]) => block ?? '');

/** Words without the breaks of lines. */
const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');

let folder: string;
const artifact = 'lantern 1.0\n';
const sha256 = createHash('sha256').update(artifact).digest('hex');
const at = (name: string): string => join(folder, name);

const provenance = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'lantern.tar', digest: { sha256 } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {
    buildDefinition: {
      buildType: 'https://example.com/build/v1',
      externalParameters: { source: { uri: 'git+https://example.com/us/lantern@refs/tags/v1.0' } },
    },
    runDetails: { builder: { id: 'https://example.com/builder' } },
  },
};

/** Git with an identity and without anybody's configuration. */
const gitIdentity = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Me',
  GIT_AUTHOR_EMAIL: 'me@example.com',
  GIT_COMMITTER_NAME: 'Me',
  GIT_COMMITTER_EMAIL: 'me@example.com',
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-signing-'));
  const quoted = commandLine.map((word) => `'${word}'`).join(' ');
  writeFileSync(at('plumbline'), `#!/bin/sh\nexec ${quoted} "$@"\n`);
  chmodSync(at('plumbline'), 0o755);
  writeFileSync(at('lantern.tar'), artifact);
  writeFileSync(at('provenance.json'), JSON.stringify(provenance));
  writeFileSync(at('trust.yaml'), blocks('yaml')[0] ?? '');
  writeFileSync(at('commits.yaml'), blocks('yaml').find((block) => block.includes('git:')) ?? '');
  const env = {
    ...commandEnvironment,
    PATH: `${folder}${delimiter}${commandEnvironment['PATH'] ?? ''}`,
    PLUMBLINE_PASSPHRASE: 'of this test',
    ...gitIdentity,
  };
  const history = 'git init --quiet && git commit --quiet --allow-empty --message Lantern && git tag v1.0.0';
  const script = ['set -eu', history, ...blocks('sh')].join('\n');
  await promisify(execFile)('/bin/sh', ['-c', script], { cwd: folder, env, timeout: 50_000 });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the guide runs to its end: what it learned is frozen, and the summary is one', () => {
  expect(parse(readFileSync(at('frozen.yaml'), 'utf8'))).toMatchObject({
    require: [
      {
        predicateType: 'https://slsa.dev/provenance/v1',
        builder: 'https://example.com/builder',
        source: { uri: 'https://example.com/us/lantern', ref: 'refs/tags/**' },
      },
    ],
  });
  expect(JSON.parse(readFileSync(at('lantern.vsa.json'), 'utf8'))).toMatchObject({
    subject: [{ name: 'lantern.tar', digest: { sha256 } }],
    predicate: { verificationResult: 'PASSED', verifiedLevels: ['SLSA_BUILD_LEVEL_1'] },
  });
});

test('another builder than the learned one is refused, and the row says what it means', async () => {
  const other = structuredClone(provenance);
  other.predicate.runDetails.builder.id = 'https://example.com/other';
  writeFileSync(at('other.json'), JSON.stringify(other));
  const signing = ['sign', '--statement', at('other.json'), '--key', at('release.key')];
  expect(await plumbline(signing, { env: { PLUMBLINE_PASSPHRASE: 'of this test' } })).toMatchObject({ code: 0 });
  const named = ['--attestation', at('other.json.sigstore.json')];
  const args = ['verify', at('lantern.tar'), '--trust', at('frozen.yaml'), ...named];
  const refused = await plumbline(args);
  expect(refused.code).toBe(1);
  const words = flat(refused.stdout);
  expect(words).toContain(
    '✗ builder the builder is https://example.com/other; https://example.com/builder is expected',
  );
  expect(words).toContain('What it means: Another builder made the artifact than the one that you trust.');
  expect(words).toContain('What to do: If the publisher has announced the change');
  const learning = await plumbline([...args, '--learn', at('never.yaml'), '--format', 'json']);
  expect(learning).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing was learned') });
  expect(JSON.parse(learning.stdout)).toMatchObject({
    schemaVersion: '1.0',
    outcome: 'not-verified',
    artifact: { sha256 },
  });
});

test('a digest stands for a file that is not at hand', async () => {
  const named = ['--trust', at('frozen.yaml'), '--attestation', at('provenance.json.sigstore.json')];
  expect(await plumbline(['verify', `sha256:${sha256}`, ...named])).toMatchObject({ code: 0 });
  expect(await plumbline(['verify', `sha256:${'0'.repeat(64)}`, ...named])).toMatchObject({ code: 1 });
  const content = ['--trust', at('trust.yaml'), '--attestation', at('lantern.tar.sigstore.json')];
  expect(await plumbline(['verify', `sha256:${sha256}`, ...content])).toMatchObject({ code: 3 });
});

test('a revoked key counts for nothing while no time is proved', async () => {
  const policy = {
    signers: [{ name: 'us', key: { file: 'release.pub', revokedOn: '2026-02-01', revokedBecause: 'lost laptop' } }],
    require: [{ name: 'signature', signers: ['us'] }],
  };
  writeFileSync(at('revoked.yaml'), stringify(policy));
  const verifying = ['verify', at('lantern.tar'), '--trust', at('revoked.yaml')];
  const { code, stdout } = await plumbline([...verifying, '--as-of', '2026-06-30']);
  expect(code).toBe(1);
  expect(flat(stdout)).toContain(
    'the time of signing is not proved, and the key is revoked since 2026-02-01 (lost laptop)',
  );
});

test('what is asked wrongly is told with exit code 2', async () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['verify', at('none'), '--trust', at('trust.yaml')], 'no such file'],
    [['verify', at('lantern.tar'), '--trust', at('none.yaml')], 'no such file'],
    [['verify', at('lantern.tar'), '--trust', at('provenance.json')], 'is not known here'],
    [
      ['verify', at('lantern.tar'), '--trust', at('trust.yaml'), '--learn', at('./trust.yaml')],
      'the trust policy itself',
    ],
    [['sign', at('lantern.tar')], 'one key has to sign'],
    [['sign', '--key', at('release.key')], 'either files or --statement'],
    [['sign', at('lantern.tar'), '--key', at('release.key')], 'no terminal to ask on'],
    [['sign', at('lantern.tar'), '--ssh-key', at('maintainer')], 'an SSH key makes no bundle'],
    [['sign', '--statement', at('trust.yaml'), '--key', at('maintainer')], 'it is a key of OpenSSH'],
    [['sign', at('lantern.tar'), '--key', at('release.key'), '--fulcio-url', 'https://x'], 'goes with --keyless'],
  ];
  for (const [args, message] of cases)
    expect(await plumbline(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
});

test('memory does not grow with the artifact', async () => {
  const large = at('large.tar');
  writeFileSync(large, '');
  truncateSync(large, 192 * 1024 * 1024);
  const [node = '', ...rest] = commandLine;
  const key = ['--ssh-key', at('maintainer'), '--as', 'detached'];
  const runs = [
    ['sign', large, ...key],
    ['verify', large, '--trust', at('trust.yaml')],
  ];
  for (const args of runs) {
    const small = await runMeasured(node, [...rest, ...args.map((arg) => (arg === large ? at('lantern.tar') : arg))]);
    const grown = await runMeasured(node, [...rest, ...args]);
    expect((grown.peakMiB ?? 0) - (small.peakMiB ?? 0)).toBeLessThan(32);
  }
});

test('a digest can be stated about, and its content cannot be signed', async () => {
  const signing = ['sign', `sha256:${sha256}`, '--key', at('release.key'), '--output', folder];
  const env = { PLUMBLINE_PASSPHRASE: 'of this test' };
  expect(await plumbline(signing, { env })).toMatchObject({ code: 2, stderr: expect.stringContaining('is a digest') });
});

test('a passphrase can lie in a file', async () => {
  writeFileSync(at('passphrase'), 'of this test\n');
  const signing = ['sign', at('lantern.tar'), '--key', at('release.key'), '--passphrase-file', at('passphrase')];
  const { code, stdout } = await plumbline([...signing, '--as', 'envelope', '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    key: { algorithm: 'ed25519' },
    custody: { kind: 'file', encrypted: true },
  });
});

test('a link where a signature would be written is not followed', async () => {
  writeFileSync(at('unpacked'), artifact);
  writeFileSync(at('precious'), 'mine');
  symlinkSync('precious', at('unpacked.sigstore.json'));
  const env = { PLUMBLINE_PASSPHRASE: 'of this test' };
  const { code, stderr } = await plumbline(['sign', at('unpacked'), '--key', at('release.key')], { env });
  expect(code).toBe(2);
  expect(stderr).toContain('a link is in its place');
  expect(readFileSync(at('precious'), 'utf8')).toBe('mine');
});

test('one signature does not take the place of another', async () => {
  const key = ['--key', at('release.key'), '--output', join(folder, 'together')];
  const env = { PLUMBLINE_PASSPHRASE: 'of this test' };
  const { code, stderr } = await plumbline(['sign', at('lantern.tar'), at('./lantern.tar'), ...key], { env });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('in the same place') as string });
  expect(existsSync(join(folder, 'together'))).toBe(false);
});

test('a wrong passphrase is never repeated', async () => {
  const signing = ['sign', at('lantern.tar'), '--key', at('release.key')];
  const { code, stdout, stderr } = await plumbline(signing, { env: { PLUMBLINE_PASSPHRASE: 'hunter2-hunter2' } });
  expect(code).toBe(2);
  expect(stdout + stderr).not.toContain('hunter2');
});
