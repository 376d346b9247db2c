// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseInToto } from './parse-in-toto.ts';

const commit = 'b2a46a4b83674bae982095557cfe03a8b2a46a4b';
const other = 'c'.repeat(40);
const sha256 = 'f'.repeat(64);
const subject = [{ name: 'product.tar.gz', digest: { sha256 } }];
const v1 = (predicate: object): object => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject,
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate,
});
const provenance = v1({
  buildDefinition: {
    buildType: 'https://actions.github.io/buildtypes/workflow/v1',
    externalParameters: {
      workflow: {
        ref: 'refs/heads/main',
        repository: 'https://example.com/us/product',
        path: '.github/workflows/release.yml',
      },
    },
    resolvedDependencies: [
      { uri: 'git+https://example.com/other/tool@refs/heads/main', digest: { gitCommit: other } },
      { uri: 'git+https://example.com/us/product@refs/heads/main', digest: { gitCommit: commit } },
    ],
  },
  runDetails: {
    builder: { id: 'https://example.com/builder.yml@refs/tags/v2.1.0' },
    metadata: { finishedOn: '2026-06-30T10:00:00Z' },
  },
});
const envelope = (statement: object): object => ({
  payloadType: 'application/vnd.in-toto+json',
  payload: Buffer.from(JSON.stringify(statement)).toString('base64'),
  signatures: [{ sig: 'MEUCIQ==' }],
});
const found = (value: unknown): readonly object[] => {
  const parsed = parseInToto(bytesOf(value));
  return parsed.state === 'parsed' ? parsed.found : [];
};

test('SLSA v1 in an envelope: builder, source and commit', () => {
  expect(found(envelope(provenance))).toEqual([
    {
      predicateType: 'https://slsa.dev/provenance/v1',
      subjects: [{ name: 'product.tar.gz', sha256 }],
      signed: true,
      builder: 'https://example.com/builder.yml@refs/tags/v2.1.0',
      tool: 'https://example.com/builder.yml',
      toolVersion: 'v2.1.0',
      source: { uri: 'https://example.com/us/product', commit },
      commit,
      completed: true,
      finishedAt: '2026-06-30T10:00:00Z',
      problems: [],
    },
  ]);
});

test('SLSA v0.2: the configSource is the source; a branch is no version of the builder', () => {
  const statement = {
    ...provenance,
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://slsa.dev/provenance/v0.2',
    predicate: {
      builder: { id: 'https://example.com/builder.yml@refs/heads/main' },
      invocation: {
        configSource: { uri: 'git+https://example.com/us/product@refs/tags/v1', digest: { sha1: commit } },
      },
      metadata: { buildFinishedOn: '2026-06-30T10:00:00Z' },
      materials: [{ uri: 'git+https://example.com/other/x', digest: { sha1: other } }],
    },
  };
  expect(found(statement)).toMatchObject([
    { signed: false, commit, toolVersion: null, finishedAt: '2026-06-30T10:00:00Z' },
  ]);
});

test('several repositories and none marked as the source: the commit is not known', () => {
  const materials = [commit, other].map((sha1) => ({ uri: 'git+https://example.com/x', digest: { sha1 } }));
  expect(found(v1({ materials }))).toMatchObject([{ commit: null, source: { commit: null } }]);
});

test('a subject can be the commit', () => {
  expect(found({ ...v1({}), subject: [{ name: 'repo', digest: { gitCommit: commit } }] })).toMatchObject([
    { commit, source: null },
  ]);
});

test('bundles, JSON lines and the lists of registries and forges are opened', () => {
  const bundle = {
    mediaType: 'x',
    verificationMaterial: { tlogEntries: [{ integratedTime: '1782813600' }] },
    dsseEnvelope: envelope(v1({})),
  };
  expect(found(bundle)).toMatchObject([{ finishedAt: '2026-06-30T10:00:00Z', signed: true }]);
  expect(found(`${JSON.stringify(bundle)}\n${JSON.stringify(envelope(provenance))}\n`)).toHaveLength(2);
  expect(found({ attestations: [{ predicateType: 'x', bundle }, { bundle }] })).toHaveLength(2);
  expect(found([{ attestation: { bundle }, verificationResult: {} }])).toHaveLength(1);
});

test('what cannot be opened is said beside what can', () => {
  const mixed = `${JSON.stringify({ messageSignature: {} })}\n${JSON.stringify({ payload: '?', payloadType: 'x' })}\n${JSON.stringify(provenance)}`;
  expect(found(mixed)).toMatchObject([
    { problems: [expect.stringContaining('messageSignature'), expect.stringContaining('base64')] },
  ]);
  expect(parseInToto(bytesOf({ messageSignature: {} }))).toMatchObject({ state: 'failed' });
});

const of = (source: object): readonly object[] =>
  found(v1({ buildDefinition: { externalParameters: { source }, resolvedDependencies: [source] } }));

test('a name that is no address is no repository; the commit beside it counts', () => {
  const digest = { gitCommit: commit };
  expect(of({ name: 'source', digest })).toMatchObject([{ source: { uri: null, commit } }]);
  const uri = 'git+https://example.com/us/product';
  expect(of({ name: uri, digest })).toMatchObject([{ source: { uri, commit } }]);
  expect(of({ name: 'source', uri, digest })).toMatchObject([{ source: { uri, commit } }]);
  expect(of({ name: 'archive', digest: { sha1: commit } })).toMatchObject([{ source: null }]);
});
