// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { renderVerificationSummary } from './render-verification-summary.ts';
import { readProvenance } from './read-provenance.ts';

const commit = 'c'.repeat(40);
const subject = { name: 'a', sha256: 'a'.repeat(64) };
const subjects = [{ ...subject, sha512: null }];

test('v1: the source of a workflow, with the commit that its material has', () => {
  const predicate = {
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: { workflow: { repository: 'https://example.com/us/it', ref: 'refs/tags/v1', path: 'x.yml' } },
      resolvedDependencies: [{ uri: 'git+https://example.com/us/it@refs/tags/v1', digest: { gitCommit: commit } }],
    },
    runDetails: { builder: { id: 'https://example.com/builder' } },
  };
  expect(readProvenance({ predicateType: 'https://slsa.dev/provenance/v1', subjects, predicate })).toMatchObject({
    version: 'v1',
    builder: 'https://example.com/builder',
    source: { uri: 'https://example.com/us/it', ref: 'refs/tags/v1', commit },
    materials: [{ uri: 'git+https://example.com/us/it@refs/tags/v1', digest: { gitCommit: commit } }],
  });
});

test('v0.2: the configSource is the source', () => {
  const predicate = {
    builder: { id: 'b' },
    buildType: 't',
    invocation: {
      configSource: { uri: 'git+https://example.com/us/it@refs/heads/main', digest: { sha1: commit } },
      parameters: { level: 3 },
    },
  };
  expect(readProvenance({ predicateType: 'https://slsa.dev/provenance/v0.2', subjects, predicate })).toEqual({
    version: 'v0.2',
    builder: 'b',
    buildType: 't',
    source: { uri: 'https://example.com/us/it', ref: 'refs/heads/main', commit },
    parameters: { level: 3 },
    materials: [],
  });
});

test('an address with a user keeps its sign, and provenance that says nothing says nothing', () => {
  const source = { uri: 'git+https://me@example.com/us/it' };
  const predicate = { buildDefinition: { externalParameters: { source } } };
  expect(readProvenance({ predicateType: 'https://slsa.dev/provenance/v1', subjects, predicate })).toMatchObject({
    builder: null,
    buildType: null,
    source: { uri: 'https://me@example.com/us/it', ref: null, commit: null },
  });
  expect(readProvenance({ predicateType: 'urn:other', subjects, predicate: {} })).toBeNull();
});

test('a summary that failed states no level', () => {
  const summary = {
    subject,
    verifier: { id: 'urn:v', version: '1' },
    timeVerified: '2026-06-30T23:59:59Z',
    resourceUri: 'a',
    policy: { uri: 'trust.yaml', sha256: 'b'.repeat(64) },
    inputAttestations: [],
    verifiedLevels: ['SLSA_BUILD_LEVEL_3'],
  };
  const of = (passed: boolean): unknown => JSON.parse(renderVerificationSummary({ ...summary, passed }));
  expect(of(false)).toMatchObject({ predicate: { verificationResult: 'FAILED', verifiedLevels: [] } });
  expect(of(true)).toMatchObject({
    predicateType: 'https://slsa.dev/verification_summary/v1',
    predicate: { verificationResult: 'PASSED', verifiedLevels: ['SLSA_BUILD_LEVEL_3'] },
  });
});
