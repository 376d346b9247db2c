// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import type { ProvenanceExpectations, TrustedSigner } from '@plumbline/core/verification/trust-policy';
import type { Verification } from '@plumbline/engine/verify/verification';
import { verifyArtifact } from '@plumbline/engine/verify/verify-artifact';
import { readStatement } from '@plumbline/formats/in-toto/read-statement';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import { provenanceV1, provenanceV02 } from '@plumbline/formats/slsa/provenance';
import { describe, expect, test } from 'vitest';
import { corpus, type ForeignFile } from './corpus.ts';
import { publicGood, requirementOf, unlimited } from './trust.ts';

// The attestations of slsa-verifier, with what its regression test expects of each (cli/slsa-verifier/main_regression_test.go).
// Those that the in-toto corpus has already are read from there.
const isOfSlsaVerifier = /^(?:annotated-tag|bcr__|binary-linux|gcb_container__|gha_|npm__|vsa__)/u;
const files = [...corpus('slsa-verifier'), ...corpus('in-toto')].filter(({ name }) => isOfSlsaVerifier.test(name));
const example = 'https://github.com/slsa-framework/example-package';
const generator = 'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/';
const issuer = 'https://token.actions.githubusercontent.com';

const workflow = (subject: string): TrustedSigner => ({
  kind: 'sigstore',
  name: 'signer',
  root: publicGood,
  issuer,
  subject,
  logRequired: true,
  timestampRequired: true,
});

type Verifying = {
  readonly signer: TrustedSigner;
  readonly expectations?: Partial<ProvenanceExpectations>;
  readonly predicateType?: string;
  readonly sha256?: string;
};

function verify(file: ForeignFile, { signer, expectations, predicateType, sha256 }: Verifying): Promise<Verification> {
  return verifyArtifact({
    artifact: { name: file.name, sha256: sha256 ?? subjectOf(file), content: null },
    candidates: readSignedFile(file.bytes, file.name),
    policy: { signers: [signer], requirements: [requirementOf(expectations, predicateType ?? null)] },
    asOf: '2026-06-30T23:59:59Z',
    checkSignature,
  });
}

/** The artifacts are not in the corpus: what the statement is about stands for them, and any other digest for another file. */
function subjectOf({ name, bytes }: ForeignFile): string {
  for (const candidate of readSignedFile(bytes, name)) {
    const envelope = 'envelope' in candidate ? candidate.envelope : null;
    const read = envelope === null ? null : readStatement(envelope.payload);
    if (read?.state === 'read') return read.statement.subjects[0]?.sha256 ?? '';
  }
  return '0'.repeat(64);
}

const failedSteps = ({ requirements }: Verification): readonly string[] =>
  requirements.flatMap(({ attempts }) =>
    attempts.flatMap(({ steps }) => steps.flatMap(({ step, outcome }) => (outcome === 'failed' ? [step] : []))),
  );

type Case = {
  readonly name: string;
  /** The workflow that builds, which also is who signs. */
  readonly builder: string;
  readonly source: string;
  readonly ref: string;
  readonly predicateType: string;
};

const ofExample = (name: string, builder: string, ref: string): Case => ({
  name,
  builder: `${generator}${builder}`,
  source: example,
  ref,
  predicateType: name.startsWith('gha_container') ? provenanceV1 : provenanceV02,
});

const [generic, go, container] = ['generator_generic', 'builder_go', 'builder_container-based'].map(
  (file) => `${file}_slsa3.yml@refs/tags/`,
);
const inContainer = 'gha_container-based__v1.7.0__gha_container-based-binary-linux-amd64-';

/** Bundles hold everything that is needed. */
const bundles: readonly Case[] = [
  ofExample('gha_generic__v2.1.0__binary-linux-amd64-push-v13.0.30.intoto.jsonl', `${generic}v2.1.0`, 'refs/tags/v13.0.30'),
  ofExample('gha_generic__v2.1.0__binary-linux-amd64-push-v14.intoto.jsonl', `${generic}v2.1.0`, 'refs/tags/v14'),
  ofExample('gha_go__v2.1.0__binary-linux-amd64-push-v14.2.intoto.jsonl', `${go}v2.1.0`, 'refs/tags/v14.2'),
  ofExample('gha_go__v2.1.0__binary-linux-amd64-workflow_dispatch.intoto.jsonl', `${go}v2.1.0`, 'refs/heads/main'),
  ofExample(`${inContainer}v13.0.30.intoto.sigstore`, `${container}v1.7.0`, 'refs/tags/v13.0.30'),
  ofExample(`${inContainer}v14.intoto.sigstore`, `${container}v1.7.0`, 'refs/tags/v14'),
  {
    name: 'bcr__MODULE.bazel.intoto.jsonl',
    builder: 'https://github.com/bazel-contrib/publish-to-bcr/.github/workflows/publish.yaml@refs/tags/v0.0.1',
    source: 'https://github.com/aspect-build/rules_lint',
    ref: 'refs/heads/publish-to-bcr',
    predicateType: provenanceV1,
  },
];

describe.each(bundles)('$name', ({ name, builder, source, ref, predicateType }) => {
  const file = named(name);
  const expectations = { builder, sourceUri: source, sourceRef: ref };
  const signer = workflow(builder);

  test('is verified', async () => {
    const verification = await verify(file, { signer, expectations, predicateType });
    expect(failedSteps(verification)).toEqual([]);
    expect(verification.outcome).toBe('verified');
  });

  test.each<[string, Partial<Verifying>, string]>([
    ['another artifact', { sha256: 'a'.repeat(64) }, 'artifact'],
    ['another source', { expectations: { ...expectations, sourceUri: `${source}-fork` } }, 'source-uri'],
    ['another ref', { expectations: { ...expectations, sourceRef: 'refs/tags/v0.0.0' } }, 'source-ref'],
    ['another builder', { expectations: { ...expectations, builder: `${builder}.1` } }, 'builder'],
    ['another kind of statement', { predicateType: 'https://slsa.dev/verification_summary/v1' }, 'predicate-type'],
    ['another identity', { signer: workflow(`${builder}.1`) }, 'identity'],
    ['another issuer', { signer: { ...signer, issuer: 'https://accounts.google.com' } as TrustedSigner }, 'identity'],
  ])('is refused for %s', async (_, changed, step) => {
    const verification = await verify(file, { signer, expectations, predicateType, ...changed });
    expect(verification.outcome).toBe('not-verified');
    expect(failedSteps(verification)).toEqual([step]);
  });
});

function named(name: string): ForeignFile {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`${name} is not in the corpus`);
  return file;
}

// Not supported, and why. Before bundles, GitHub builders wrote an envelope with a certificate and left the entry of the log to
// be asked for on line; offline nothing says that the certificate, which counted for ten minutes, counted when it signed.
const withoutLog = files.filter(({ name }) => /^(?:annotated-tag|binary-linux|gha_(?:go|generic)__v(?:1|2\.0))/u.test(name));
const mustFail = /untrusted|no-tlog/u;

test.each(withoutLog.filter(({ name }) => !mustFail.test(name)))(
  '$name cannot be assessed offline, and says so',
  async (file) => {
    const verification = await verify(file, { signer: workflow(`${generator}*@refs/**`) });
    expect(verification.outcome).toBe('could-not-assess');
    const steps = verification.requirements[0]?.attempts[0]?.steps ?? [];
    expect(steps).toContainEqual({ step: 'log', outcome: 'not-checked', because: expect.stringContaining('offline') });
  },
);

test('an untrusted builder is refused, log or not', async () => {
  const expectations = { builder: `${generator}*@refs/**` };
  for (const name of ['binary-linux-amd64-untrusted-builder', 'binary-linux-amd64-no-tlog-upload']) {
    const verification = await verify(named(`${name}.intoto.jsonl`), { signer: workflow('**'), expectations });
    expect(verification.outcome).toBe('not-verified');
    expect(failedSteps(verification)).toEqual(['builder']);
  }
});

// Google Cloud Build signed the payload itself and not DSSE's encoding of type and payload, so that its envelopes are none: the
// type could be exchanged without anybody seeing it. Valid or not by its own rules, none is verified here.
const googleCloudBuild = files.filter(({ name }) => name.startsWith('gcb_container__'));
test.each(googleCloudBuild)('$name is refused', async (file) => {
  const key = file.name.includes('v0.2') ? 'global' : 'us-west2';
  const publicKey = readFileSync(new URL(`slsa-verifier/gcb-${key}.pub`, import.meta.url), 'utf8');
  const signer: TrustedSigner = { kind: 'key', name: 'signer', publicKey, period: unlimited, root: null, logRequired: false };
  expect(await verify(file, { signer })).toMatchObject({ outcome: 'not-verified' });
});

// npm names its packages by SHA-512 alone, and the VSA its subject likewise: a statement of which a subject has no SHA-256 is
// refused, as what is verified is told apart by SHA-256 everywhere. That their signatures are what their names say is tested.
const withoutSha256 = files.filter(({ name }) => /^(?:npm|vsa)__/u.test(name));
test.each(withoutSha256)('$name is refused', async (file) => {
  expect(await verify(file, { signer: workflow('**') })).toMatchObject({ outcome: 'not-verified' });
});

const npm: TrustedSigner = {
  kind: 'key',
  name: 'npm',
  publicKey: readFileSync(new URL('slsa-verifier/npm.pub', import.meta.url), 'utf8'),
  period: unlimited,
  root: publicGood,
  logRequired: true,
};

test.each(withoutSha256.filter(({ name }) => name.startsWith('npm__')))(
  'the signatures of $name are as its name says',
  async ({ name, bytes }) => {
    const [publish, provenance] = readSignedFile(bytes, name);
    if (publish === undefined || provenance === undefined) throw new Error(`${name} holds less than two bundles`);
    const artifact = { name, sha256: '0'.repeat(64), content: null };
    expect(await checkSignature(publish, npm, artifact)).toMatchObject({
      outcome: name.includes('invalidsigpub') ? 'invalid' : 'valid',
    });
    expect(await checkSignature(provenance, workflow('**'), artifact)).toMatchObject({
      outcome: name.includes('invalidsigprov') ? 'invalid' : 'valid',
    });
  },
);

test('every file is in one of the groups', () => {
  const grouped = bundles.length + withoutLog.length + googleCloudBuild.length;
  expect(grouped + withoutSha256.length).toBe(files.length);
  expect(files).toHaveLength(62);
});
