// SPDX-License-Identifier: Apache-2.0
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerTo, assessment, outcomes, verdictOn } from './assessment.ts';
import { commandEnvironment, commandLine, plumbline } from './plumbline.ts';

// The guide, run as it stands in a small project, and then what becomes of its answers when something is taken away.
const guide = readFileSync('docs/guides/releases-as-evidence.md', 'utf8');
const blocks = (language: string): readonly string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'gu'))].map(([, block]) => block ?? '');

let folder: string;
let project: string;
let isBuilt: boolean;
let states = 0;

const files = {
  'package.json': '{"name":"lantern","version":"1.0.0","license":"MIT","dependencies":{"left-pad":"1.3.0"}}',
  'package-lock.json': JSON.stringify({
    name: 'lantern',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'lantern', version: '1.0.0', dependencies: { 'left-pad': '1.3.0' } },
      'node_modules/left-pad': {
        version: '1.3.0',
        resolved: 'https://example.com/left-pad-1.3.0.tgz',
        integrity: `sha512-${'A'.repeat(86)}==`,
      },
    },
  }),
  'index.js': 'console.log("light");\n',
};

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
  return execFileSync('git', [...identity, ...args], {
    cwd: project,
    env: commandEnvironment,
    encoding: 'utf8',
  }).trim();
}

/** What a machine that cannot isolate a build has instead: the artifact, and provenance by hand. */
const unbuilt = `mkdir -p built/artifacts
tar --sort=name --mtime=@0 --owner=0 --group=0 -cf built/artifacts/app.tar index.js package.json
cat > built/provenance.intoto.json <<END
{"_type":"https://in-toto.io/Statement/v1",
 "subject":[{"name":"app.tar","digest":{"sha256":"$(sha256sum built/artifacts/app.tar | cut -d' ' -f1)"}}],
 "predicateType":"https://slsa.dev/provenance/v1",
 "predicate":{"buildDefinition":{"buildType":"https://example.com/build/v1","externalParameters":{},
   "resolvedDependencies":[{"uri":"git+https://example.com/us/lantern","digest":{"gitCommit":"$(git rev-parse HEAD)"}}]},
  "runDetails":{"builder":{"id":"https://example.com/builder"}}}}
END
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-releases-'));
  project = join(folder, 'lantern');
  mkdirSync(project);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', 'https://example.com/us/lantern.git');
  git('add', '--all');
  git('commit', '--quiet', '--message=One');
  git('tag', 'v1.0.0');
  writeFileSync(
    join(project, 'test-report.xml'),
    '<testsuites><testsuite name="a" tests="1"><testcase name="b"/></testsuite></testsuites>',
  );
  writeFileSync(join(project, 'trust.yaml'), blocks('yaml')[0] ?? '');
  const quoted = commandLine.map((word) => `'${word}'`).join(' ');
  writeFileSync(join(folder, 'plumbline'), `#!/bin/sh\nexec ${quoted} "$@"\n`);
  chmodSync(join(folder, 'plumbline'), 0o755);
  const run = promisify(execFile);
  const env = {
    ...commandEnvironment,
    PATH: `${folder}${delimiter}${commandEnvironment['PATH'] ?? ''}`,
    PLUMBLINE_PASSPHRASE: 'of this test',
  };
  const options = { cwd: project, env, timeout: 50_000 };
  isBuilt = await run('/bin/sh', ['-euc', blocks('sh bubblewrap').join('\n')], options).then(
    () => true,
    () => false,
  );
  await run('/bin/sh', ['-euc', [...(isBuilt ? [] : [unbuilt]), ...blocks('sh')].join('\n')], options);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is found with a copy of the kept entries of which something was changed. */
async function without(change: (state: string) => void): Promise<Assessment> {
  states += 1;
  const state = join(folder, `state-${states}`);
  cpSync(join(project, '.plumbline'), state, { recursive: true });
  change(state);
  return assessment(project, { state });
}

const remove =
  (...kinds: readonly string[]) =>
  (state: string): void =>
    kinds.forEach((kind) => rmSync(join(state, kind), { recursive: true }));

const released = {
  'release-has-checksums': 'yes',
  'release-signed': 'yes',
  'release-signature-verifies': 'yes',
  'release-has-sbom': 'yes',
  'sbom-matches-lockfiles': 'yes',
  'release-has-provenance': 'yes',
  'provenance-verifies': 'yes',
  'binaries-hardened': 'not-applicable',
  'releases-archived': 'yes',
  'archive-restorable': 'yes',
} as const;

test('every command of the guide has left its evidence, and the checks cite release and artifact', async () => {
  const found = await assessment(project);
  expect(outcomes(found, released)).toEqual(released);
  expect(verdictOn(found, 'PS.3.1')).toBe('met');
  const signed = answerTo(found, 'release-signed');
  expect(signed.citations.map(({ location }) => location)).toEqual([
    'release v1.0.0: app.tar (SHA256SUMS.sig, app.tar.sigstore.json, provenance.intoto.json.sigstore.json)',
  ]);
  expect(answerTo(found, 'release-signature-verifies')).toMatchObject({ strength: 'tested' });
  expect(answerTo(found, 'archive-restorable')).toMatchObject({ strength: 'tested' });
  expect(answerTo(found, 'releases-archived')).toMatchObject({ strength: 'observed' });
});

test('a build that was made twice in a sandbox', async ({ skip }) => {
  if (!isBuilt) skip('this machine cannot isolate a build');
  const found = await assessment(project);
  const built = { 'build-reproducible': 'yes', 'builds-isolated': 'yes' };
  expect(outcomes(found, built)).toEqual(built);
  const gone = await without(remove('builds'));
  expect(outcomes(gone, built)).toEqual({ 'build-reproducible': 'unknown', 'builds-isolated': 'unknown' });
  expect(outcomes(gone, released)).toEqual(released);
});

test('without its entries a check knows nothing, and the others are what they were', async () => {
  const unverified = { 'release-signature-verifies': 'unknown', 'provenance-verifies': 'unknown' };
  expect(outcomes(await without(remove('verifications')), released)).toEqual({ ...released, ...unverified });
  const undrilled = await without(remove('drills'));
  expect(outcomes(undrilled, released)).toEqual({ ...released, 'archive-restorable': 'unknown' });
  expect(answerTo(undrilled, 'archive-restorable')).toMatchObject({ resolve: expect.stringContaining('--from kept') });
  const none = await without(remove('releases', 'verifications', 'archived', 'drills'));
  expect(answerTo(none, 'release-signed')).toMatchObject({
    outcome: 'unknown',
    resolve: expect.stringContaining('plumbline release v1.0.0'),
  });
  expect(outcomes(none, { 'releases-archived': 0, 'archive-restorable': 0, 'release-has-checksums': 0 })).toEqual({
    'releases-archived': 'unknown',
    'archive-restorable': 'unknown',
    'release-has-checksums': 'unknown',
  });
});

test('outside of any project everything works, and leaves nothing', async () => {
  const outside = join(folder, 'outside');
  cpSync(join(project, 'release'), outside, { recursive: true });
  const put = await plumbline(['archive', 'put', '.', '--to', 'kept'], { cwd: outside });
  expect(put).toMatchObject({ code: 0, stderr: expect.stringContaining('not kept as evidence') });
  const trust = join(project, 'trust.yaml');
  expect(await plumbline(['verify', 'app.tar', '--trust', trust], { cwd: outside })).toMatchObject({ stderr: '' });
  expect(readdirSync(outside)).not.toContain('.plumbline');
});

test('a damaged entry is not passed over', async () => {
  const found = await without((state) => {
    for (const name of readdirSync(join(state, 'verifications')))
      writeFileSync(join(state, 'verifications', name), '{"schema":1}');
  });
  expect(answerTo(found, 'release-signature-verifies')).toMatchObject({
    outcome: 'unknown',
    because: expect.stringContaining('damaged'),
  });
});

test('a later verification that fails is the one that counts', async () => {
  const state = join(folder, 'state-of-others');
  cpSync(join(project, '.plumbline'), state, { recursive: true });
  const key = execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519']);
  execFileSync('openssl', ['pkey', '-pubout', '-out', join(project, 'other.pub')], { input: key });
  writeFileSync(join(project, 'other.yaml'), (blocks('yaml')[0] ?? '').replace('release.pub', 'other.pub'));
  const verified = await plumbline(['verify', 'release/app.tar', '--trust', 'other.yaml', '--state', state], {
    cwd: project,
  });
  expect(verified.code).toBe(1);
  const found = await assessment(project, { state });
  expect(outcomes(found, { 'release-signature-verifies': 0, 'release-signed': 0 })).toEqual({
    'release-signature-verifies': 'no',
    'release-signed': 'yes',
  });
});

const provenanceOpen = { 'release-signature-verifies': 'yes', 'provenance-verifies': 'unknown' };

test.each([
  [
    'any signature',
    [],
    'nothing that is signed was found',
    { ...provenanceOpen, 'release-signature-verifies': 'unknown' },
  ],
  ['its provenance', ['app.tar.sigstore.json'], 'it signs the artifact itself and states nothing', provenanceOpen],
])('a verification without %s at hand says neither yes nor no of it', async (_, beside, says, expected) => {
  const state = mkdtempSync(join(folder, 'state-of-alone-'));
  cpSync(join(project, '.plumbline'), state, { recursive: true });
  const alone = mkdtempSync(join(folder, 'alone-'));
  for (const name of ['app.tar', ...beside]) cpSync(join(project, 'release', name), join(alone, name));
  const trust = join(project, 'trust.yaml');
  expect(await plumbline(['verify', 'app.tar', '--trust', trust, '--state', state], { cwd: alone })).toMatchObject({
    code: 1,
    stdout: expect.stringContaining(says),
  });
  expect(outcomes(await assessment(project, { state }), expected)).toEqual(expected);
});

test('what else lies in the folder of a release is told', async () => {
  const into = join(folder, 'into');
  cpSync(join(project, 'release'), into, { recursive: true });
  const release = ['release', 'v1.0.0', '--artifact', 'release/app.tar', '--without-gate', 'a test', '--output', into];
  expect(await plumbline([...release, '--state', join(folder, 'state-of-into')], { cwd: project })).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('not of this release: SHA256SUMS, SHA256SUMS.sig, app.cdx.json and'),
  });
});

describe('a release that was good speaks for no other', () => {
  test('a newer tag', async () => {
    writeFileSync(join(project, 'index.js'), 'console.log("more light");\n');
    git('commit', '--quiet', '--all', '--message=Two');
    git('tag', 'v1.1.0');
    const found = await assessment(project);
    expect(answerTo(found, 'release-signed')).toMatchObject({
      outcome: 'unknown',
      because: expect.stringContaining('v1.1.0, was not gathered here; v1.0.0 was'),
      resolve: expect.stringContaining('plumbline release v1.1.0'),
    });
    expect(answerTo(found, 'releases-archived').outcome).toBe('unknown');
  });

  test('a tag that was moved', async () => {
    git('tag', '--delete', 'v1.1.0');
    git('tag', '--force', 'v1.0.0');
    const found = await assessment(project);
    expect(answerTo(found, 'release-signed')).toMatchObject({
      outcome: 'unknown',
      because: expect.stringContaining('the tag now leads to'),
    });
    expect(answerTo(found, 'releases-archived')).toMatchObject({ outcome: 'no' });
  });

  test('a head beyond the release, which is still the newest', async () => {
    git('tag', '--force', 'v1.0.0', 'HEAD~1');
    const found = await assessment(project);
    // Lockfiles of this commit are not those of the release.
    const beyond = { ...released, 'sbom-matches-lockfiles': 'unknown' };
    expect(outcomes(found, beyond)).toEqual(beyond);
  });
});
