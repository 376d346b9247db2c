// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectoryArchive } from '@plumbline/adapters/archives/directory/open-directory-archive';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import type { ReleaseRole } from '@plumbline/core/release/release-manifest';
import type { DrillEntry } from '@plumbline/core/state/drill-entry';
import type { TrustRequirement } from '@plumbline/core/verification/trust-policy';
import { putRelease } from '@plumbline/engine/archive/put-release';
import type { DrillTrust } from '@plumbline/engine/archive/drill-trust';
import { restoredVerifier } from '@plumbline/engine/archive/verify-restored';
import { preAuthenticationEncoding } from '@plumbline/formats/dsse/pre-authentication-encoding';
import { renderBundle } from '@plumbline/formats/sigstore/render-bundle';
import { afterAll, expect, test } from 'vitest';
import { drill, filesBelow, releaseOf } from './release-for-tests.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-verifies-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519').privateKey;
const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const payloadType = 'application/vnd.in-toto+json';
const provenanceType = 'https://slsa.dev/provenance/v1';

/** A bundle of a statement about these files. */
function provenance(subjects: { readonly [name: string]: string }, key = privateKey): string {
  const subject = Object.entries(subjects).map(([name, text]) => ({ name, digest: { sha256: sha256(text) } }));
  const payload = Buffer.from(
    JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject, predicateType: provenanceType, predicate: {} }),
  );
  const signature = sign(null, preAuthenticationEncoding(payloadType, payload), key);
  const signatures = [{ keyId: null, signature, certificate: null }];
  return renderBundle({ envelope: { payloadType, payload, signatures } }, { signer: { keyHint: 'hint' } });
}

function trustFor(predicateType: string | null): DrillTrust {
  const nothing = { builder: null, buildType: null, sourceUri: null, sourceRef: null, sourceCommit: null };
  const requirement: TrustRequirement = {
    name: 'ours',
    signers: ['us'],
    threshold: 1,
    predicateType,
    expectations: { ...nothing, parameters: [], materials: [] },
    level: null,
  };
  const period = { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null };
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const signer = { kind: 'key', name: 'us', publicKey: pem, period, root: null, logRequired: false } as const;
  const policy = { signers: [signer], requirements: [requirement] };
  const asOf = '2026-02-01T00:00:00.000Z';
  return {
    digest: `sha256:${sha256('policy')}`,
    verifier: (restored) => restoredVerifier({ policy, asOf, checkSignature }, restored),
  };
}

const rolesByEnding: { readonly [ending: string]: ReleaseRole } = {
  '.sigstore.json': 'provenance',
  '.sig': 'signature',
  SHA256SUMS: 'signature',
  '.cdx.json': 'sbom',
};

let places = 0;

async function drilled(
  files: { readonly [name: string]: string | Buffer },
  trust: DrillTrust | null,
): Promise<DrillEntry> {
  places += 1;
  const roles = Object.fromEntries(
    Object.keys(files).flatMap((name) => {
      const ending = Object.keys(rolesByEnding).find((one) => name.endsWith(one));
      return ending === undefined ? [] : [[name, rolesByEnding[ending] ?? 'artifact']];
    }),
  );
  const store = openDirectoryArchive(join(root, String(places)));
  const source = releaseOf(files, 'v1.0.0', roles);
  await putRelease(store, { source, archivedAt: '2026-01-02T00:00:00.000Z', retainUntil: null });
  return drill(store, [], trust);
}

const app = { 'app.tgz': 'the artifact' };

test('without a trust policy nobody looked at signatures, and the entry says so', async () => {
  const result = await drilled({ ...app, 'app.tgz.sigstore.json': provenance(app) }, null);
  const [release] = result.releases;
  expect(result).toMatchObject({ restored: true, trust: null, verified: 'not-asked' });
  expect(release?.artifacts).toEqual([
    {
      name: 'app.tgz',
      sha256: sha256(app['app.tgz']),
      outcome: 'not-asked',
      requirements: [],
      statedBy: ['app.tgz.sigstore.json'],
    },
  ]);
});

test.each([
  ['provenance beside it', { 'app.tgz.sigstore.json': provenance(app) }, provenanceType],
  ['provenance of several', { 'all.sigstore.json': provenance({ ...app, 'b.zip': 'b' }) }, provenanceType],
  ['a plain signature', { 'app.tgz.sig': sign(null, Buffer.from(app['app.tgz']), privateKey) }, null],
] as const)('an artifact is verified again by %s', async (_, files, predicateType) => {
  const result = await drilled({ ...app, ...files }, trustFor(predicateType));
  expect(result).toMatchObject({
    restored: true,
    verified: 'verified',
    trust: trustFor(null).digest,
    releases: [{ artifacts: [{ outcome: 'verified', requirements: [{ name: 'ours', outcome: 'verified' }] }] }],
  });
});

test.each([
  ['nothing signed', {}, 'nothing that is signed'],
  ['provenance of another key', { 'app.tgz.sigstore.json': provenance(app, other) }, 'proves it'],
  ['a signature over other bytes', { 'app.tgz.sig': sign(null, Buffer.from('other'), privateKey) }, 'proves it'],
  ['a signature of another file', { 'b.zip': 'b', 'b.zip.sig': sign(null, Buffer.from('b'), privateKey) }, 'nothing'],
] as const)('restored bytes are not verified by %s', async (_, files, because) => {
  const result = await drilled({ ...app, ...files }, trustFor(null));
  expect(result).toMatchObject({ restored: true, verified: 'not-verified' });
  expect(result.releases[0]?.artifacts?.[0]).toMatchObject({
    name: 'app.tgz',
    outcome: 'not-verified',
    requirements: [{ because: expect.stringContaining(because) }],
  });
});

const sums = `${sha256(app['app.tgz'])}  app.tgz\n`;
const signedSums = { SHA256SUMS: sums, 'SHA256SUMS.sig': sign(null, Buffer.from(sums), privateKey) };

test('a signed list of checksums proves what it lists, where no certain statement is asked for', async () => {
  const result = await drilled({ ...app, ...signedSums, 'b.zip': 'b' }, trustFor(null));
  expect(result.releases[0]?.artifacts).toMatchObject([
    { name: 'app.tgz', outcome: 'verified', requirements: [{ because: expect.stringContaining('SHA256SUMS') }] },
    { name: 'b.zip', outcome: 'not-verified' },
  ]);
  expect(await drilled({ ...app, ...signedSums }, trustFor(provenanceType))).toMatchObject({
    verified: 'not-verified',
  });
  const unsigned = { ...signedSums, 'SHA256SUMS.sig': sign(null, Buffer.from(sums), other) };
  expect(await drilled({ ...app, ...unsigned }, trustFor(null))).toMatchObject({ verified: 'not-verified' });
});

test('what is too large to be looked at leaves the question open', async () => {
  const result = await drilled({ ...app, 'large.sigstore.json': Buffer.alloc(5 * 1024 * 1024, ' ') }, trustFor(null));
  expect(result).toMatchObject({ restored: true, verified: 'could-not-assess' });
});

const bill = (name: string, text: string): string =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { type: 'file', name, hashes: [{ alg: 'SHA-256', content: sha256(text) }] } },
  });

test('what the files of a release say of its artifacts is compared with the restored bytes', async () => {
  const files = {
    ...app,
    'app.cdx.json': bill('app', app['app.tgz']),
    SHA256SUMS: `${sha256(app['app.tgz'])}  ./app.tgz\n${sha256('x')}  of-another-platform.zip\n`,
    'elsewhere.sigstore.json': provenance({ image: 'x' }),
  };
  const [release] = (await drilled(files, null)).releases;
  expect(release).toMatchObject({
    restored: true,
    artifacts: [{ statedBy: ['SHA256SUMS', 'app.cdx.json'] }],
    remarks: [{ object: 'elsewhere.sigstore.json', because: expect.stringContaining('none of the digests') }],
  });
});

test('a file that says what an altered one should be is not said to speak of others', async () => {
  const store = openDirectoryArchive(join(root, 'altered'));
  const sums = `${sha256(app['app.tgz'])}  app.tgz\n`;
  const source = releaseOf({ ...app, SHA256SUMS: sums }, 'v1.0.0', { SHA256SUMS: 'signature' });
  await putRelease(store, { source, archivedAt: '2026-01-02T00:00:00.000Z', retainUntil: null });
  const kept = await filesBelow(join(root, 'altered'));
  const object = kept.find((path) => path.endsWith(sha256(app['app.tgz']))) ?? '';
  await writeFile(object, 'other');
  expect((await drill(store)).releases).toMatchObject([{ restored: false, remarks: [] }]);
});

test.each([
  ['a list of checksums', { SHA256SUMS: `${sha256('other')}  app.tgz\n` }],
  ['provenance', { 'app.sigstore.json': provenance({ 'app.tgz': 'other' }) }],
  ['a bill of materials', { 'app.cdx.json': bill('app.tgz', 'other') }],
])('%s that names another digest contradicts the release', async (_, files) => {
  const object = Object.keys(files)[0];
  expect(await drilled({ ...app, ...files }, null)).toMatchObject({
    restored: false,
    faults: [{ release: 'v1.0.0', object, what: 'contradictory', because: expect.stringContaining(sha256('other')) }],
  });
});
