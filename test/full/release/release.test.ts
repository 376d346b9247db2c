// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git } from '../../pipeline/small-project.ts';
import type { ScriptResult } from '../../pipeline/run-script.ts';
import { commandEnvironment, commandLine, plumbline } from '../../scenarios/plumbline.ts';
import { identityToken, startSigstore } from '../../scenarios/sigstore-instance.ts';
import { installBubblewrap } from '../build/isolation.ts';
import { prepareRehearsal, type Rehearsal } from './rehearsal.ts';

// The project releases its current commit, with its own script and commands; then somebody who has nothing but the files of the
// release, the trust policy and the key looks at them.
/** Two builds, a scan and an installation, on a machine that does other things too. */
const timeout = 600_000;
let folder: string;
let rehearsal: Rehearsal;
let output: string;
const at = (name: string): string => join(output, 'release', name);
const begin = (...args: readonly string[]): Promise<ScriptResult> =>
  rehearsal.release(['--output', join(folder, 'none'), ...args]);

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

  test('for a tag that is not of this version', async () => {
    const { code, stderr } = await begin('--tag', 'v99.0.0', ...signing);
    expect(stderr).toContain('v99.0.0 is not the tag of version');
    expect(code).toBe(2);
  });

  test('from a checkout with changes', async () => {
    const stray = join(rehearsal.checkout, 'stray.txt');
    writeFileSync(stray, 'not committed');
    const { code, stderr } = await begin(...signing);
    rmSync(stray);
    expect(stderr).toContain('the checkout is not clean');
    expect(code).toBe(2);
  });

  test('without a key', async () => {
    const { code, stderr } = await begin();
    expect(stderr).toContain('OPTIONS OF plumbline sign');
    expect(code).toBe(2);
  });
});

test('the current commit is released', { timeout }, async () => {
  const { trust, signing, release } = rehearsal;
  const made = await release(['--stage', 'make', '--output', output]);
  expect(made.code, made.stderr.slice(-5000)).toBe(0);
  cpSync(output, join(folder, 'workflow'), { recursive: true });
  const signed = await release(['--stage', 'sign', '--output', output, '--trust', trust, '--', ...signing]);
  expect(signed.code, signed.stderr.slice(-5000)).toBe(0);
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

test('without a key, for the identity of the workflow, by the policy that is published for it', async () => {
  const sigstore = await startSigstore();
  const made = join(folder, 'workflow');
  const trust = join(folder, 'trust-policy.workflow.yaml');
  const root = join(folder, 'trusted_root.json');
  writeFileSync(root, sigstore.trustedRoot);
  const policy = readFileSync(join(rehearsal.checkout, 'security', 'trust-policy.workflow.yaml'), 'utf8');
  writeFileSync(
    trust,
    policy.replace('<OWNER>/plumbline', 'us/plumbline').replace('sigstore:', '$&\n      root: trusted_root.json'),
  );
  const services = ['--fulcio-url', sigstore.url, '--rekor-url', sigstore.url, '--trusted-root', root];
  const sign = async (tag: string): Promise<ScriptResult> => {
    const sub = `https://github.com/us/plumbline/.github/workflows/release.yml@refs/${tag}`;
    const token = identityToken({ iss: 'https://token.actions.githubusercontent.com', sub });
    const args = ['--stage', 'sign', '--output', made, '--trust', trust, '--', '--keyless', ...services];
    return rehearsal.release(args, { SIGSTORE_ID_TOKEN: token });
  };
  const byBranch = await sign('heads/main');
  expect(byBranch.stderr).toContain('NOT verified');
  expect(byBranch.code).toBe(1);
  rmSync(join(made, 'release'), { recursive: true });
  const byTag = await sign(`tags/v${rehearsal.version}`);
  sigstore.close();
  expect(byTag.code, byTag.stderr.slice(-5000)).toBe(0);
  expect(readdirSync(join(made, 'release'))).toContain('SHA256SUMS.sigstore.json');
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
