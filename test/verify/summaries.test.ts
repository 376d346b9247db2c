// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { statementOf, useWorkshop, type Verified } from './workshop.ts';

const { at, write, attest, verify } = useWorkshop();

const artifact = 'lantern 1.0\n';
const summaryType = 'https://slsa.dev/verification_summary/v1';
const summary = {
  verifier: { id: 'https://verifier.example/' },
  timeVerified: '2026-06-01T00:00:00Z',
  resourceUri: 'pkg:npm/lantern@1.0.0',
  policy: { uri: 'https://verifier.example/policy/7' },
  verificationResult: 'PASSED',
  verifiedLevels: ['SLSA_BUILD_LEVEL_3', 'VERIFIER_WORD'],
};

const expected = {
  verifier: 'https://verifier.example/',
  resourceUri: 'pkg:npm/lantern@*',
  policy: 'https://verifier.example/policy/*',
  levels: ['SLSA_BUILD_LEVEL_2', 'VERIFIER_WORD'],
};

function held(stated: object, asked: object, level?: number): Promise<Verified> {
  const requirement = { name: 'verified before', signers: ['us'], predicateType: summaryType, summary: asked, level };
  return verify(write('lantern.tar', artifact), [requirement], {
    attestation: [attest('vsa.dsse.json', statementOf(artifact, summaryType, { ...summary, ...stated }))],
    vsa: at('ours.json'),
  });
}

test('the summary of a trusted verifier is enough, when it says what is expected', async () => {
  const verified = await held({}, expected, 2);
  expect(verified.code).toBe(0);
  expect(verified.document.level).toEqual({
    word: 'SLSA_BUILD_LEVEL_2',
    because: 'verified before: a verifier states level 3, trusted up to 2',
  });
  expect(JSON.parse(readFileSync(at('ours.json'), 'utf8'))).toMatchObject({
    predicate: {
      verifiedLevels: ['SLSA_BUILD_LEVEL_2'],
      plumbline: { level: expect.stringContaining('trusted up to 2') },
    },
  });
  expect((await held({}, expected)).document.level.word).toBe('SLSA_BUILD_LEVEL_1');
});

test.each<[string, object, object, string]>([
  ['it did not pass', { verificationResult: 'FAILED' }, {}, '✗ result the verifier says FAILED'],
  ['it says no result', { verificationResult: undefined }, {}, '✗ result the verifier says nothing'],
  ['another verifier', { verifier: { id: 'https://verifier.example.evil.com/' } }, expected, '✗ verifier'],
  ['another resource', { resourceUri: 'pkg:npm/lantern/x@1.0.0' }, expected, '✗ resource-uri'],
  ['no policy', { policy: {} }, expected, '✗ policy the policy it was held against is not stated'],
  [
    'a lower level',
    { verifiedLevels: ['SLSA_BUILD_LEVEL_1', 'VERIFIER_WORD'] },
    expected,
    'SLSA_BUILD_LEVEL_2 is expected',
  ],
  ['another track', { verifiedLevels: ['SLSA_SOURCE_LEVEL_3', 'VERIFIER_WORD'] }, expected, '✗ levels'],
  ['no level', { verifiedLevels: [] }, expected, 'verified there: no level'],
])('refused: %s', async (_, stated, asked, because) => {
  const verified = await held(stated, asked);
  expect(verified.code).toBe(1);
  expect(verified.text).toContain(because);
  expect(verified.document.level.word).toBe('SLSA_BUILD_LEVEL_UNEVALUATED');
});

test('a summary that failed is no signature in favour of the artifact', async () => {
  const failed = statementOf(artifact, summaryType, { ...summary, verificationResult: 'FAILED' });
  const verified = await verify(write('lantern.tar', artifact), [{ name: 'signature', signers: ['us'] }], {
    attestation: [attest('failed.dsse.json', failed)],
  });
  expect(verified.code).toBe(1);
});

test('what we write, somebody else can verify by', async () => {
  await held({}, expected, 3);
  const ours = JSON.parse(readFileSync(at('ours.json'), 'utf8')) as object;
  const asked = { verifier: 'urn:plumbline:verify', levels: ['SLSA_BUILD_LEVEL_3'] };
  const verified = await verify(at('lantern.tar'), [{ name: 'ours', signers: ['us'], summary: asked }], {
    attestation: [attest('ours.dsse.json', ours)],
  });
  expect(verified.code).toBe(0);
});
