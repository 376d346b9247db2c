// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectoryArchive } from '@plumbline/adapters/archives/directory/open-directory-archive';
import {
  armored,
  certificateOf,
  makeTestKey,
  makeTestSignature,
  packet,
  type TestKey,
} from '@plumbline/adapters/testing/openpgp-key';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import { readTrustPolicy } from '@plumbline/adapters/trust-policy/read-trust-policy';
import type { ReleaseRole } from '@plumbline/core/release/release-manifest';
import { putRelease } from '@plumbline/engine/archive/put-release';
import { restoredVerifier } from '@plumbline/engine/archive/verify-restored';
import { afterAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { drill, releaseOf } from './release-for-tests.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-drilled-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const key = makeTestKey();
const artifact = 'the artifact';
const list = `${createHash('sha256').update(artifact).digest('hex')}  app.tgz\n`;

const signature = (content: string, by: TestKey): string =>
  armored('PGP SIGNATURE', packet(2, makeTestSignature(by, { type: 0, about: [Buffer.from(content)] })));

async function outcomeOf(folder: string, signatures: { readonly [name: string]: string }): Promise<string | undefined> {
  const files = { 'app.tgz': artifact, SHA256SUMS: list, ...signatures };
  const named = Object.keys(files).filter((name) => name !== 'app.tgz');
  const roles = Object.fromEntries(named.map((name): [string, ReleaseRole] => [name, 'signature']));
  const keys = armored('PGP PUBLIC KEY BLOCK', ...certificateOf(key));
  const trust = { signers: [{ name: 'us', openpgp: { keys } }], require: [{ name: 'ours', signers: ['us'] }] };
  const policy = await readTrustPolicy(stringify(trust), 'trust.yaml');
  const store = openDirectoryArchive(join(root, folder));
  const source = releaseOf(files, 'v1.0.0', roles);
  await putRelease(store, { source, archivedAt: '2026-01-02T00:00:00.000Z', retainUntil: null });
  const asOf = '2026-02-01T00:00:00.000Z';
  const { releases } = await drill(store, [], {
    digest: `sha256:${'0'.repeat(64)}`,
    verifier: (restored) => restoredVerifier({ policy, asOf, checkSignature }, restored),
  });
  return releases[0]?.artifacts?.[0]?.outcome;
}

test('a drill verifies what OpenPGP keys signed: the artifact itself, or a list that has it', async () => {
  expect(await outcomeOf('itself', { 'app.tgz.asc': signature(artifact, key) })).toBe('verified');
  expect(await outcomeOf('listed', { 'SHA256SUMS.asc': signature(list, key) })).toBe('verified');
});

test('neither by another key nor over something else', async () => {
  expect(await outcomeOf('stranger', { 'SHA256SUMS.asc': signature(list, makeTestKey()) })).toBe('not-verified');
  expect(await outcomeOf('other', { 'SHA256SUMS.asc': signature(`${list}\n`, key) })).toBe('not-verified');
});
