// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { ProvenanceExpectations, TrustedSigner } from '@plumbline/core/verification/trust-policy';
import type { Verification } from '@plumbline/engine/verify/verification';
import { statementOf } from '@plumbline/engine/verify/statement-of';
import { verifyArtifact } from '@plumbline/engine/verify/verify-artifact';
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
  readonly digests?: Digests;
};

function verify(file: ForeignFile, { signer, expectations, predicateType, digests }: Verifying): Promise<Verification> {
  return verifyArtifact({
    artifact: { name: file.name, ...(digests ?? subjectOf(file)), content: null },
    candidates: readSignedFile(file.bytes, file.name),
    policy: { signers: [signer], requirements: [requirementOf(expectations, predicateType ?? null)] },
    asOf: '2026-06-30T23:59:59Z',
    checkSignature,
  });
}

type Digests = Pick<Artifact, 'sha256' | 'sha512'>;

const noFile: Digests = { sha256: '0'.repeat(64), sha512: '0'.repeat(128) };

/** The artifacts are not in the corpus: what the statement is about stands for them, and any other digest for another file. */
function subjectOf({ name, bytes }: ForeignFile): Digests {
  for (const candidate of readSignedFile(bytes, name)) {
    const statement = statementOf(candidate);
    if (statement === null || typeof statement === 'string') continue;
    const [subject] = statement.subjects;
    return { sha256: subject?.sha256 ?? noFile.sha256, ...(subject?.sha512 == null ? {} : { sha512: subject.sha512 }) };
  }
  return noFile;
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
    ['another artifact', { digests: noFile }, 'artifact'],
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

// npm names its packages by SHA-512 alone. The registry signs the first statement with its key, GitHub's workflow the second.
const ofNpm = files.filter(({ name }) => name.startsWith('npm__'));
const publish = 'https://github.com/npm/attestation/tree/main/specs/publish/v0.1';

const npm: TrustedSigner = {
  kind: 'key',
  name: 'signer',
  publicKey: readFileSync(new URL('slsa-verifier/npm.pub', import.meta.url), 'utf8'),
  period: unlimited,
  root: publicGood,
  logRequired: true,
};

describe.each(ofNpm)('$name', (file) => {
  const provenance = { signer: workflow('https://github.com/**'), expectations: { builder: 'https://github.com/**' } };
  const signed = [
    ['publish', { signer: npm, predicateType: publish }, !file.name.includes('invalidsigpub')],
    ['provenance', provenance, !file.name.includes('invalidsigprov')],
  ] as const;

  test.each(signed)('its %s attestation verifies as its name says', async (_, asked, isGood) => {
    const verification = await verify(file, asked);
    expect(verification.outcome).toBe(isGood ? 'verified' : 'not-verified');
  });

  test.each(signed)('its %s attestation says nothing about another package, or about a SHA-256', async (_, asked, isGood) => {
    expect(await verify(file, { ...asked, digests: noFile })).toMatchObject({ outcome: 'not-verified' });
    const short = await verify(file, { ...asked, digests: { sha256: noFile.sha256 } });
    expect(short.outcome).toBe(isGood ? 'could-not-assess' : 'not-verified');
  });
});

// The summary names an image by the number that a cloud has given it, and by no digest of content: whatever it says of levels, no
// file can be held against it, so that it is refused.
const withoutDigest = files.filter(({ name }) => name.startsWith('vsa__'));
test.each(withoutDigest)('$name is refused', async (file) => {
  const verification = await verify(file, { signer: npm });
  expect(verification.outcome).toBe('not-verified');
});

test('every file is in one of the groups', () => {
  const grouped = bundles.length + withoutLog.length + googleCloudBuild.length;
  expect(grouped + ofNpm.length + withoutDigest.length).toBe(files.length);
  expect(files).toHaveLength(62);
});
