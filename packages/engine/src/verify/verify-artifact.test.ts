// SPDX-License-Identifier: Apache-2.0
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { KeySigner, TrustRequirement } from '@plumbline/core/verification/trust-policy';
import { inTotoPayloadType } from '@plumbline/formats/dsse/envelope';
import { renderStatement } from '@plumbline/formats/in-toto/render-statement';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import { expect, test } from 'vitest';
import { learnPolicy } from './learn-policy.ts';
import { summarizeVerification } from './summarize-verification.ts';
import type { Verification } from './verification.ts';
import { verifyArtifact } from './verify-artifact.ts';

const sha256 = 'a'.repeat(64);
const commit = 'c'.repeat(40);
const provenance = {
  buildDefinition: {
    buildType: 'https://example.com/build/v1',
    externalParameters: {
      workflow: { repository: 'https://example.com/us/it', ref: 'refs/tags/v1', path: 'r.yml' },
      level: 3,
    },
    resolvedDependencies: [{ uri: 'git+https://example.com/us/it@refs/tags/v1', digest: { gitCommit: commit } }],
  },
  runDetails: { builder: { id: 'https://example.com/builder' } },
};

function candidate(file: string, payloadType: string = inTotoPayloadType): SignedCandidate {
  const payload = renderStatement([{ name: 'it', sha256 }], 'https://slsa.dev/provenance/v1', provenance);
  return { kind: 'envelope', file, place: 1, envelope: { payloadType, payload, signatures: [] } };
}

const signer = (name: string): KeySigner => ({
  kind: 'key',
  name,
  publicKey: name,
  period: { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null },
  root: null,
  logRequired: false,
});

const asked: TrustRequirement = {
  name: 'provenance',
  signers: ['one', 'two'],
  threshold: 1,
  predicateType: 'https://slsa.dev/provenance/v1',
  expectations: {
    builder: 'https://example.com/builder',
    buildType: null,
    sourceUri: null,
    sourceRef: null,
    sourceCommit: null,
    parameters: [],
    materials: [],
  },
  level: null,
};
const policyOf = (requirement: Partial<TrustRequirement>): Parameters<typeof learnPolicy>[0] => ({
  signers: [signer('one'), signer('two')],
  requirements: [{ ...asked, ...requirement }],
});

/** Stands for cryptography: a file says by its name who signed it; `unknown-…` cannot be told. */
function check({ file }: SignedCandidate, { name }: { readonly name: string }): Promise<SignatureCheck> {
  const outcome = file.includes(name) ? (file.startsWith('unknown') ? 'undecided' : 'valid') : 'invalid';
  const by = { keyId: name, issuer: null, subjects: [] };
  return Promise.resolve({ outcome, steps: [], signer: outcome === 'invalid' ? null : by, signedAt: null });
}

function verify(files: readonly string[], requirement: Partial<TrustRequirement> = {}): Promise<Verification> {
  return verifyArtifact({
    artifact: { name: 'it', sha256, content: null },
    candidates: files.map((file) => candidate(file)),
    policy: policyOf(requirement),
    asOf: '2026-06-30T23:59:59Z',
    checkSignature: check,
  });
}

test('what proves nothing takes nothing away', async () => {
  expect(await verify(['bad', 'by-one', 'unknown-two'])).toMatchObject({ outcome: 'verified' });
  expect(await verify(['bad'])).toMatchObject({ outcome: 'not-verified' });
  expect(await verify([])).toMatchObject({ outcome: 'not-verified', requirements: [{ attempts: [] }] });
  expect(await verify(['unknown-one'])).toMatchObject({ outcome: 'could-not-assess' });
});

test('a threshold counts different signers, not signatures', async () => {
  expect(await verify(['by-one', 'also-one'], { threshold: 2 })).toMatchObject({ outcome: 'not-verified' });
  expect(await verify(['by-one', 'by-two'], { threshold: 2 })).toMatchObject({ outcome: 'verified' });
  expect(await verify(['by-one', 'unknown-two'], { threshold: 2 })).toMatchObject({ outcome: 'could-not-assess' });
});

test('a reason is of bounded length, however long what it quotes is', async () => {
  const type = `application/${'x'.repeat(5_000_000)}`;
  const [attempt] = (
    await verifyArtifact({
      artifact: { name: 'it', sha256, content: null },
      candidates: [candidate('by-one')],
      policy: policyOf({ expectations: { ...asked.expectations, builder: type } }),
      asOf: '2026-06-30T23:59:59Z',
      checkSignature: check,
    })
  ).requirements.flatMap(({ attempts }) => attempts);
  const because = attempt?.steps.find(({ step }) => step === 'builder')?.because ?? '';
  expect(because).toMatch(/ \[\d+ characters more\]$/u);
  expect(because.length).toBeLessThan(1100);
});

test('a policy that asks nothing verifies nothing', async () => {
  const verification = await verifyArtifact({
    artifact: { name: 'it', sha256, content: null },
    candidates: [candidate('by-one')],
    policy: { signers: [signer('one')], requirements: [] },
    asOf: '2026-06-30T23:59:59Z',
    checkSignature: check,
  });
  expect(verification.outcome).toBe('not-verified');
});

test('a payload of another type is refused', async () => {
  const verification = await verifyArtifact({
    artifact: { name: 'it', sha256, content: null },
    candidates: [candidate('by-one', 'application/json')],
    policy: policyOf({}),
    asOf: '2026-06-30T23:59:59Z',
    checkSignature: check,
  });
  expect(verification.requirements[0]?.attempts[0]?.steps).toContainEqual({
    step: 'statement',
    outcome: 'failed',
    because: 'the envelope says that it holds application/json, and only application/vnd.in-toto+json is understood',
  });
});

test.each<[string, Partial<TrustRequirement['expectations']>, string | null]>([
  [
    'parameters',
    {
      parameters: [
        { name: 'workflow.path', value: 'r.yml' },
        { name: 'level', value: '3' },
      ],
    },
    null,
  ],
  [
    'parameters',
    { parameters: [{ name: 'workflow.path', value: 'x.yml' }] },
    'the parameter workflow.path is r.yml; x.yml is expected',
  ],
  [
    'parameters',
    { parameters: [{ name: 'workflow.other', value: '' }] },
    'the parameter workflow.other is not stated;  is expected',
  ],
  [
    'materials',
    { materials: [{ uri: 'git+https://example.com/us/*@refs/tags/v1', digest: `gitCommit:${commit}` }] },
    null,
  ],
  [
    'materials',
    { materials: [{ uri: 'git+https://example.com/us/**', digest: `gitCommit:${'d'.repeat(40)}` }] },
    'but not with the digest',
  ],
  ['materials', { materials: [{ uri: 'pkg:npm/x', digest: null }] }, 'no material is pkg:npm/x'],
  ['source-commit', { sourceCommit: commit }, null],
  ['source-ref', { sourceRef: 'refs/heads/*' }, 'the ref of the source is refs/tags/v1; refs/heads/* is expected'],
  ['source-uri', { sourceUri: 'git+https://example.com/us/*' }, null],
  ['source-uri', { sourceUri: 'https://example.com/them/it' }, 'the source is https://example.com/us/it'],
  ['build-type', { buildType: 'https://example.com/build/v2' }, 'https://example.com/build/v2 is expected'],
])('%s %#', async (step, expectations, because) => {
  const verification = await verify(['by-one'], { expectations: { ...asked.expectations, ...expectations } });
  const row = verification.requirements[0]?.attempts[0]?.steps.find((one) => one.step === step);
  expect(row?.outcome).toBe(because === null ? 'passed' : 'failed');
  expect(row?.because).toContain(because ?? '');
});

test('what is learned from a release freezes what it states, and accepts it', async () => {
  const first = await verify(['by-one'], { expectations: { ...asked.expectations, builder: null } });
  const learned = learnPolicy(policyOf({ expectations: { ...asked.expectations, builder: null } }), first);
  expect(learned.requirements[0]?.expectations).toMatchObject({
    builder: 'https://example.com/builder',
    buildType: 'https://example.com/build/v1',
    sourceUri: 'https://example.com/us/it',
    sourceRef: 'refs/tags/**',
    sourceCommit: null,
  });
  expect(await verify(['by-one'], learned.requirements[0])).toMatchObject({ outcome: 'verified' });
});

test('a requirement of signatures stays one where another one asks for provenance, and learns it where none does', async () => {
  const signature = { name: 'signature', predicateType: null };
  const first = await verify(['by-one'], signature);
  const [requirement] = first.requirements;
  if (requirement === undefined) throw new Error('one requirement has one result');
  const both = { ...policyOf({}), requirements: [{ ...asked, ...signature }, asked] };
  const learned = learnPolicy(both, { ...first, requirements: [requirement, requirement] });
  expect(learned.requirements.map(({ predicateType }) => predicateType)).toEqual([null, asked.predicateType]);
  expect(learned.requirements[0]).toEqual(both.requirements[0]);
  expect(learnPolicy(policyOf(signature), first).requirements[0]?.predicateType).toBe(asked.predicateType);
});

const levels = async (requirement: Partial<TrustRequirement>, file = 'by-one'): Promise<unknown> => {
  const context = { version: '1', policy: { uri: 'p', sha256 }, files: [] };
  const statement = JSON.parse(summarizeVerification(await verify([file], requirement), context)) as {
    readonly predicate: { readonly verifiedLevels: unknown };
  };
  return statement.predicate.verifiedLevels;
};

test('a level above 1 is stated only where the policy trusts up to it', async () => {
  expect(await levels({})).toEqual(['SLSA_BUILD_LEVEL_1']);
  expect(await levels({ level: 3 })).toEqual(['SLSA_BUILD_LEVEL_3']);
  expect(await levels({ level: 3 }, 'bad')).toEqual([]);
});
