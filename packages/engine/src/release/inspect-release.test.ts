// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { ReleaseRole } from '@plumbline/core/release/release-manifest';
import type { ReleasedArtifact } from '@plumbline/core/state/release-entry';
import { expect, test } from 'vitest';
import { inspectRelease } from './inspect-release.ts';

type Files = { readonly [name: string]: readonly [role: ReleaseRole, content: string] };

const hash = (algorithm: 'sha256' | 'sha512', text: string): string => createHash(algorithm).update(text).digest('hex');
const commit = 'c'.repeat(40);
const app = ['artifact', 'the application'] as const;
const [sha256, sha512] = [hash('sha256', app[1]), hash('sha512', app[1])];
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

function inspect(files: Files): Promise<readonly ReleasedArtifact[]> {
  const contentOf = (name: string): string => files[name]?.[1] ?? '';
  return inspectRelease({
    commit,
    parts: Object.entries(files).map(([name, [role, content]]) => ({
      name,
      role,
      digest: `sha256:${hash('sha256', content)}`,
      size: content.length,
    })),
    read: async (name) => Buffer.from(contentOf(name)),
    sha512: async (name) => hash('sha512', contentOf(name)),
    binaries: async () => [],
  });
}

const only = async (files: Files): Promise<ReleasedArtifact> => {
  const [artifact, ...others] = await inspect({ 'app.tgz': app, ...files });
  expect(others).toEqual([]);
  if (artifact === undefined) throw new TypeError('no artifact');
  return artifact;
};

const statement = (predicateType: string, digest: object): object => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'app', digest }],
  predicateType,
  predicate: {},
});
const envelope = (payload: object): string =>
  JSON.stringify({
    payloadType: 'application/vnd.in-toto+json',
    payload: base64(payload),
    signatures: [{ sig: base64('signature') }],
  });
const bundle = (digest: string): string =>
  JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: 'x' } },
    messageSignature: {
      messageDigest: { algorithm: 'SHA2_256', digest: Buffer.from(digest, 'hex').toString('base64') },
      signature: base64('signature'),
    },
  });
const provenance = 'https://slsa.dev/provenance/v1';
const bill = (component: object = {}, more: object = {}): string =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: 'app', version: '1', ...component } },
    components: [],
    ...more,
  });
const other = 'd'.repeat(64);

test('lists of checksums, right and wrong', async () => {
  expect(
    await only({
      SHA256SUMS: ['signature', `${sha256}  app.tgz\n`],
      'app.tgz.sha256': ['report', `${other}\n`],
      'other.txt': ['report', `${sha256}  other.tgz\n`],
    }),
  ).toMatchObject({ checksums: ['SHA256SUMS'], wrongChecksums: ['app.tgz.sha256'] });
});

test.each([
  ['beside it by name', { 'app.tgz.asc': ['signature', '-----BEGIN PGP SIGNATURE-----'] }],
  ['a bundle over its digest', { 'x.json': ['signature', bundle(sha256)] }],
  ['an envelope with a statement about it', { 'x.json': ['provenance', envelope(statement('x:y', { sha256 }))] }],
  ['about its SHA-512 alone', { 'x.json': ['provenance', envelope(statement('x:y', { sha512 }))] }],
] as const)('signed: %s', async (_, files) => {
  expect((await only(files)).signatures).toEqual(Object.keys(files));
});

test('a signed list of checksums signs what it has', async () => {
  expect(
    await only({
      SHA256SUMS: ['signature', `${sha256}  app.tgz\n`],
      'SHA256SUMS.sig': ['signature', 'bytes'],
    }),
  ).toMatchObject({ signatures: ['SHA256SUMS.sig'] });
});

test.each([
  ['a bundle over something else, whatever it is called', { 'app.tgz.sigstore.json': ['signature', bundle(other)] }],
  ['a statement without a signature', { 'x.json': ['provenance', JSON.stringify(statement('x:y', { sha256 }))] }],
  ['a statement about something else', { 'x.json': ['provenance', envelope(statement('x:y', { sha256: other }))] }],
  ['an empty file', { 'app.tgz.sig': ['signature', ''] }],
  [
    'a signed list that has it with another digest',
    { SHA256SUMS: ['signature', `${other}  app.tgz\n`], 'SHA256SUMS.sig': ['signature', 'bytes'] },
  ],
] as const)('not signed: %s', async (_, files) => {
  expect((await only(files)).signatures).toEqual([]);
});

test.each([
  ['of its digest', bill({ hashes: [{ alg: 'SHA-256', content: sha256 }] }), true],
  ['of another digest', bill({ hashes: [{ alg: 'SHA-256', content: other }] }), false],
  ['of the release as a whole', bill(), true],
  ['in an attestation', envelope(statement('https://cyclonedx.org/bom', { sha256 })), true],
  ['in an attestation of something else', envelope(statement('https://cyclonedx.org/bom', { sha256: other })), false],
  ['no bill at all', '{}', false],
] as const)('a bill of materials: %s', async (_, content, is) => {
  expect((await only({ 'sbom.json': ['sbom', content] })).sboms).toEqual(is ? ['sbom.json'] : []);
});

test('a bill that is called after one artifact is of that one', async () => {
  const artifacts = await inspect({ 'a.tgz': app, 'b.tgz': ['artifact', 'b'], 'b.tgz.cdx.json': ['sbom', bill()] });
  expect(artifacts.map(({ sboms }) => sboms)).toEqual([[], ['b.tgz.cdx.json']]);
});

test('provenance has it among its subjects, signed or not', async () => {
  expect(
    await only({
      'a.json': ['provenance', JSON.stringify(statement(provenance, { sha256 }))],
      'b.jsonl': [
        'signature',
        `${envelope(statement(provenance, { sha256: other }))}\n${envelope(statement(provenance, { sha256 }))}\n`,
      ],
      'c.json': ['provenance', envelope(statement(provenance, { sha256: other }))],
      'd.json': ['provenance', envelope(statement('x:y', { sha256 }))],
    }),
  ).toMatchObject({ provenance: ['a.json', 'b.jsonl'] });
});

test('lists and signatures that were gathered as artifacts are about the others; a name alone does not make one', async () => {
  const artifacts = await inspect({
    'app.tgz': app,
    'app.tgz.asc': ['artifact', 'a signature'],
    'app.tgz.sigstore.json': ['artifact', bundle(sha256)],
    SHA256SUMS: ['artifact', `${sha256}  app.tgz\n`],
    'checksum-tool.zip': ['artifact', 'a program'],
    'lone.sig': ['artifact', 'of nothing here'],
  });
  expect(artifacts.map(({ name }) => name)).toEqual(['app.tgz', 'checksum-tool.zip', 'lone.sig']);
  expect(artifacts[0]).toMatchObject({
    checksums: ['SHA256SUMS'],
    signatures: ['app.tgz.asc', 'app.tgz.sigstore.json'],
  });
});
