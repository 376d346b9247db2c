// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTrustPolicy } from '@plumbline/adapters/trust-policy/read-trust-policy';
import { gitObjectOf } from '@plumbline/adapters/verifiers/git-objects/git-object-of';
import type { GitPolicy } from '@plumbline/core/verification/trust-policy';
import { judgeGitObject } from '@plumbline/engine/verify/git/judge-git-object';
import type { ObjectVerification } from '@plumbline/engine/verify/git/range-verification';
import { expect, test } from 'vitest';

// Objects of real repositories, as their signers made them: by GitHub's two keys, and by gitsign with and without the log's entry.
const folder = new URL('git-signatures/', import.meta.url);

async function policyOf(subject = 'billy@chainguard.dev', period: object = {}): Promise<GitPolicy> {
  const sigstore = { issuer: 'https://accounts.google.com', subject };
  const signers = [
    { name: 'GitHub', openpgp: { file: 'web-flow.asc', ...period } },
    { name: 'maintainer', sigstore },
  ];
  const rule = { signers: ['GitHub', 'maintainer'] };
  const text = JSON.stringify({ signers, git: { commits: rule, tags: rule } });
  const { git } = await readTrustPolicy(text, fileURLToPath(new URL('trust.yaml', folder)));
  if (git === undefined) throw new TypeError('the policy asks for commits');
  return git;
}

const read = (file: string): Buffer => readFileSync(new URL(file, folder));

type Asked = { readonly bytes?: Buffer; readonly policy?: GitPolicy; readonly name?: string; readonly keysCount?: 'now' };

async function verify(file: string, { bytes = read(file), policy, name = 'v0.17.1', keysCount }: Asked = {}): Promise<ObjectVerification> {
  const type = file.endsWith('.tag') ? 'tag' : 'commit';
  const objectId = createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
  const object = gitObjectOf(objectId, { state: 'read', objectId, type, bytes });
  const { signers, requirements } = policy ?? (await policyOf());
  const asked = { signers, requirements: { ...requirements, keysCount: keysCount ?? requirements.keysCount } };
  const judged = { type, name: type === 'tag' ? name : null, object } as const;
  return judgeGitObject(judged, { role: type, rule: requirements.commits, policy: asked, asOf: '2026-11-01T23:59:59Z' });
}

test.each([
  ['web-flow-2017.commit', { trusted: 'GitHub', signer: { fingerprint: '5de3e0509c47ea3cf04a42d34aee18f83afdeb23' } }],
  ['web-flow-2024.commit', { trusted: 'GitHub', signer: { fingerprint: '968479a1aff927e37d1a566bb5690eeebb952194' } }],
  ['gitsign-offline.commit', { trusted: 'maintainer', signer: { subjects: ['billy@chainguard.dev'] } }],
  ['gitsign-offline.tag', { trusted: 'maintainer', signedAt: { proof: 'transparency log' } }],
])('%s is valid', async (file, expected) => {
  expect(await verify(file)).toMatchObject({ outcome: 'valid', accepted: true, ...expected });
});

test('GitHub has let its first key expire: what it signed counts by stated times, and not today', async () => {
  const expired = await verify('web-flow-2017.commit', { keysCount: 'now' });
  expect(expired).toMatchObject({ outcome: 'invalid', because: expect.stringContaining('the key counted until 2024-01-16') });
  expect(await verify('web-flow-2024.commit', { keysCount: 'now' })).toMatchObject({ outcome: 'valid' });
  const policy = await policyOf(undefined, { revokedOn: '2025-01-01' });
  expect(await verify('web-flow-2024.commit', { policy })).toMatchObject({ outcome: 'invalid' });
});

test('without the entry of the log nobody can say whether the certificate was in force', async () => {
  expect(await verify('gitsign-online.commit')).toMatchObject({
    outcome: 'could-not-assess',
    accepted: false,
    because: expect.stringContaining('no entry of the transparency log'),
  });
});

test('another identity is somebody else, and another name of a tag is another release', async () => {
  const policy = await policyOf('somebody@example.com');
  expect(await verify('gitsign-offline.commit', { policy })).toMatchObject({ outcome: 'untrusted', trusted: null });
  expect(await verify('gitsign-offline.tag', { name: 'v0.18.0' })).toMatchObject({
    outcome: 'invalid',
    because: 'it stands here as v0.18.0 and was signed as v0.17.1',
  });
});

test('the signature of one commit on another, and any change of what is signed', async () => {
  for (const file of ['web-flow-2024.commit', 'gitsign-offline.commit', 'gitsign-offline.tag']) {
    const text = read(file).toString('latin1');
    const changed = text.replace(/^(?:tree|object) ./u, (start) => `${start.slice(0, -1)}f`);
    for (const other of [changed, `${text.replace('\n\n', '\nx y\n\n')}`, text.replace('\n\n', '\n\n ')])
      expect(await verify(file, { bytes: Buffer.from(other, 'latin1') })).toMatchObject({ outcome: 'invalid', accepted: false });
  }
});

test('every octet of the proofs of gitsign counts or is checked', async () => {
  const text = read('gitsign-offline.commit').toString('latin1');
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.includes('BEGIN SIGNED MESSAGE')) + 1;
  const last = lines.findIndex((line) => line.includes('END SIGNED MESSAGE'));
  const accepted: number[] = [];
  for (let index = first; index < last; index += 1) {
    const line = lines[index] ?? '';
    const other = line[20] === 'A' ? 'B' : 'A';
    const changed = lines.with(index, `${line.slice(0, 20)}${other}${line.slice(21)}`).join('\n');
    if ((await verify('gitsign-offline.commit', { bytes: Buffer.from(changed, 'latin1') })).outcome === 'valid') accepted.push(index);
  }
  expect(accepted).toEqual([]);
});
