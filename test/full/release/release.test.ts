// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git } from '../../pipeline/small-project.ts';
import { commandEnvironment, commandLine, plumbline } from '../../scenarios/plumbline.ts';
import { installBubblewrap } from '../build/isolation.ts';
import { prepareRehearsal, type Rehearsal } from './rehearsal.ts';

// The project releases its current commit, with its own script and commands; then somebody who has nothing but the files of the
// release, the trust policy and the key looks at them.
let folder: string;
let rehearsal: Rehearsal;
let output: string;
const at = (name: string): string => join(output, 'release', name);

const leftByRelease = {
  'release-has-checksums': 'yes',
  'release-signed': 'yes',
  'release-tags-signed': 'yes',
  'release-signature-verifies': 'yes',
  'verification-guide-published': 'yes',
  'releases-archived': 'yes',
  'archive-restorable': 'yes',
  'release-has-sbom': 'yes',
  'sbom-matches-lockfiles': 'yes',
  'release-has-provenance': 'yes',
  'provenance-verifies': 'yes',
  'release-provenance-or-sbom': 'yes',
  'build-reproducible': 'yes',
  'builds-isolated': 'yes',
};

beforeAll(async () => {
  installBubblewrap();
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-release-'));
  rehearsal = await prepareRehearsal(folder);
  output = join(folder, 'released');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('nothing is begun', () => {
  const signing = ['--', '--key', 'none.pem'];

  test('for a tag that is not of this version', () => {
    const { code, printed } = rehearsal.release('--output', join(folder, 'none'), '--tag', 'v99.0.0', ...signing);
    expect(printed).toContain('v99.0.0 is not the tag of version');
    expect(code).toBe(2);
  });

  test('from a checkout with changes', () => {
    const stray = join(rehearsal.checkout, 'stray.txt');
    writeFileSync(stray, 'not committed');
    const { code, printed } = rehearsal.release('--output', join(folder, 'none'), ...signing);
    rmSync(stray);
    expect(printed).toContain('the checkout is not clean');
    expect(code).toBe(2);
  });

  test('without a key', () => {
    const { code, printed } = rehearsal.release('--output', join(folder, 'none'));
    expect(printed).toContain('OPTIONS OF plumbline sign');
    expect(code).toBe(2);
  });
});

test('the current commit is released', () => {
  const { trust, signing } = rehearsal;
  const { code, printed } = rehearsal.release('--output', output, '--trust', trust, '--', ...signing);
  expect(code, printed.slice(-5000)).toBe(0);
  const { parts } = JSON.parse(readFileSync(at('release.json'), 'utf8')) as { parts: { role: string }[] };
  const roles = ['artifact', 'gate-result', 'provenance', 'report', 'sbom', 'signature', 'source'];
  expect([...new Set(parts.map(({ role }) => role))].sort()).toEqual(roles);
});

test('an outsider follows the guide, and the sources are those of the tag', async () => {
  const outside = outsidersFolder('outside');
  const printed = await followGuide(outside);
  const [tree] = printed.match(/^[0-9a-f]{40}$/mu) ?? [];
  expect(tree).toBe(git(rehearsal.checkout, 'rev-parse', `v${rehearsal.version}^{tree}`));
  const provenance = readFileSync(at('provenance.intoto.json.sigstore.json'), 'utf8');
  const { dsseEnvelope } = JSON.parse(provenance) as { dsseEnvelope: { payload: string } };
  expect(Buffer.from(dsseEnvelope.payload, 'base64').toString()).toContain(`"gitTree":"${tree ?? ''}"`);
});

test('an assessment of the checkout finds what the release left', async () => {
  const report = join(folder, 'assessment.json');
  const args = ['assess', rehearsal.checkout, '--offline', '--format', 'json', '--output', report];
  expect(await plumbline(args)).toMatchObject({ code: 0 });
  const { verdicts } = JSON.parse(readFileSync(report, 'utf8')) as {
    verdicts: { task: string; answers: { check: string; outcome: string }[] }[];
  };
  const outcomes = verdicts.flatMap(({ answers }) => answers.map(({ check, outcome }) => [check, outcome] as const));
  expect(Object.fromEntries(outcomes)).toMatchObject(leftByRelease);
});

test.each(['.tgz', '-source.tar.gz'])('a changed byte of plumbline-VERSION%s is refused', async (suffix) => {
  const name = `plumbline-${rehearsal.version}${suffix}`;
  const altered = join(folder, name);
  const bytes = readFileSync(at(name));
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(altered, bytes);
  const attestations = [at(`${name}.sigstore.json`), at('provenance.intoto.json.sigstore.json')];
  const args = ['verify', altered, '--trust', rehearsal.trust, '--attestation', ...attestations];
  const { code, stdout } = await plumbline(args);
  expect(stdout).toContain('NOT verified');
  expect(code).toBe(1);
});

test('where a listed digest is changed, the guide ends at its first command', async () => {
  const outside = outsidersFolder('listed');
  const list = join(outside, 'SHA256SUMS');
  writeFileSync(
    list,
    readFileSync(list, 'utf8').replace(/^./u, (digit) => (digit === '0' ? '1' : '0')),
  );
  await expect(followGuide(outside)).rejects.toMatchObject({ stdout: expect.stringContaining('Verification Failure') });
});

/** What an outsider has: the files of the release, and from elsewhere the trust policy and the key. */
function outsidersFolder(name: string): string {
  const outside = join(folder, name);
  cpSync(join(output, 'release'), outside, { recursive: true });
  for (const file of ['trust-policy.yaml', 'release.pub']) cpSync(join(folder, file), join(outside, file));
  return outside;
}

/** Runs the commands of the guide as they stand, but for the version. */
async function followGuide(cwd: string): Promise<string> {
  const guide = readFileSync('docs/guides/verify-a-release.md', 'utf8');
  const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/gu)].map(([, block]) => block ?? '');
  const script = ['set -eu', ...blocks].join('\n').replace(/^version=.*$/mu, `version=${rehearsal.version}`);
  const program = join(cwd, 'plumbline');
  writeFileSync(program, `#!/bin/sh\nexec ${commandLine.map((word) => `'${word}'`).join(' ')} "$@"\n`);
  chmodSync(program, 0o755);
  const env = { ...commandEnvironment, PATH: `${cwd}${delimiter}${commandEnvironment['PATH'] ?? ''}` };
  return (await promisify(execFile)('/bin/sh', ['-c', script], { cwd, env, maxBuffer: 2 ** 24 })).stdout;
}
