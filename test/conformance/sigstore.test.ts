// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTrustPolicy } from '@plumbline/adapters/trust-policy/read-trust-policy';
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import type { TrustedSigner, TrustPolicy } from '@plumbline/core/verification/trust-policy';
import type { VerificationStepId } from '@plumbline/core/verification/verification-step';
import type { Verification } from '@plumbline/engine/verify/verification';
import { verifyArtifact } from '@plumbline/engine/verify/verify-artifact';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import { describe, expect, test } from 'vitest';
import { corpus } from './corpus.ts';
import { publicGood } from './trust.ts';

// Every case of sigstore-conformance, by its own rules (test/client.py, BundleMaterials.from_dir): the folder says what is
// signed, by whom and under which root; a name that ends in `_fail` has to be refused.
const folder = new URL('sigstore/', import.meta.url);
const cases = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const beacon =
  'https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main';
const actions = 'https://token.actions.githubusercontent.com';

function textOf(name: string, file: string): string | null {
  const path = new URL(`${name}/${file}`, folder);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

/** The trust policy that the folder of a case stands for, read as the command reads it. */
function policyOf(name: string, subject?: string): Promise<TrustPolicy> {
  const own = textOf(name, 'trusted_root.json') === null ? 'public-good' : 'trusted_root.json';
  const pem = textOf(name, 'key.pub');
  const issuer = textOf(name, 'issuer') ?? actions;
  const identity = subject ?? textOf(name, 'identity') ?? beacon;
  const trusted =
    pem === null
      ? { sigstore: { root: own, issuer, subject: identity } }
      : { key: { pem: subject === undefined ? pem : anotherKey, root: own, log: 'required' } };
  const file = { signers: [{ name: 'signer', ...trusted }], require: [{ name: 'proof', signers: ['signer'] }] };
  return readTrustPolicy(JSON.stringify(file), fileURLToPath(new URL(`${name}/trust.yaml`, folder)));
}

const anotherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' });

async function verifyCase(name: string, subject?: string): Promise<Verification> {
  const own = new URL(`${name}/artifact`, folder);
  const bytes = readFileSync(existsSync(own) ? own : new URL('a.txt', folder));
  const file = readFileSync(new URL(`${name}/bundle.sigstore.json`, folder));
  return verifyArtifact({
    artifact: { name: 'a.txt', sha256: createHash('sha256').update(bytes).digest('hex'), content: messageOf(bytes) },
    candidates: readSignedFile(file, 'bundle.sigstore.json'),
    policy: await policyOf(name, subject),
    asOf: '2026-06-30T23:59:59Z',
    checkSignature,
  });
}

/** The step at which each case has to fail: a refusal for another reason would prove nothing. */
const failsAt: { readonly [name: string]: VerificationStepId } = {
  'bundle-empty-certificate-chain_fail': 'form',
  'bundle-invalid-base64-signature_fail': 'form',
  'bundle-negative-log-index_fail': 'log',
  'bundle-with-root-cert_fail': 'form',
  'checkpoint-wrong-roothash_fail': 'log',
  'dsse-mismatch-envelope_fail': 'log',
  'inclusion-proof-corrupted-hash_fail': 'log',
  'integrated-time-in-future_fail': 'certificate',
  'intoto-log-entry-mismatch_fail': 'log',
  'intoto-set-outside-signing-cert-validity_fail': 'certificate',
  'invalid-checkpoint-signature_fail': 'log',
  'invalid-inclusion-proof_fail': 'form',
  'rekor2-checkpoint-missing-log-signature_fail': 'log',
  'rekor2-checkpoint-missing-root-hash_fail': 'log',
  'rekor2-checkpoint-no-matching-signature_fail': 'log',
  'rekor2-dsse-mismatch-envelope_fail': 'log',
  'rekor2-no-inclusion-proof_fail': 'form',
  'rekor2-timestamp-outside-trust-root-tsa-validity_fail': 'timestamp',
  'rekor2-timestamp-payload-mismatch_fail': 'timestamp',
  'rekor2-timestamp-untrusted-tsa-without-embedded-cert_fail': 'timestamp',
  'set-invalid-signature_fail': 'log',
  'trust-root-tlog-missing-validity-start_fail': 'certificate',
  'wrong-hashedrekord-cert-and-sig_fail': 'log',
  'wrong-material_fail': 'artifact',
};

test('all cases of the suite are here', () => {
  expect(cases).toHaveLength(36);
  const failing = cases.filter((name) => name.endsWith('_fail')).sort();
  expect(failing).toEqual([...Object.keys(failsAt), 'managed-key-wrong-key_fail'].sort());
});

test.each(Object.entries(failsAt))('%s is refused at %s', async (name, step) => {
  const { outcome, requirements } = await verifyCase(name);
  expect(outcome).toBe('not-verified');
  const steps = requirements.flatMap(({ attempts }) => attempts.flatMap((attempt) => attempt.steps));
  const failed = steps.filter((one) => one.outcome === 'failed');
  expect(failed).toEqual([{ step, outcome: 'failed', because: expect.stringMatching(/.{20}/u) }]);
});

// Its key is no point of the curve, so that no policy can name it.
test('managed-key-wrong-key_fail is refused: its key is none', async () => {
  await expect(policyOf('managed-key-wrong-key_fail')).rejects.toMatchObject({ code: 'policy-invalid' });
  const verification = await verifyCase('managed-key-wrong-key_fail', 'another');
  expect(verification.outcome).toBe('not-verified');
});

describe.each(cases.filter((name) => !name.endsWith('_fail')))('%s', (name) => {
  test('is verified', async () => {
    const { outcome, requirements } = await verifyCase(name);
    expect(requirements[0]?.attempts[0]?.steps.filter((step) => step.outcome === 'failed')).toEqual([]);
    expect(outcome).toBe('verified');
  });

  test('is refused for another identity, or another key', async () => {
    expect(await verifyCase(name, `${beacon}/other`)).toMatchObject({ outcome: 'not-verified' });
  });
});

// The bundles of sigstore-js hold payloads of tests, not statements about artifacts: their signatures are checked.
test.each(corpus('sigstore-js'))('sigstore-js: the signature of $name is good', async ({ name, bytes }) => {
  const [candidate] = readSignedFile(bytes, name);
  const signer: TrustedSigner = {
    kind: 'sigstore',
    name: 'signer',
    root: publicGood,
    issuer: '**',
    subject: '**',
    logRequired: true,
    timestampRequired: true,
  };
  if (candidate === undefined) throw new Error(`${name} holds nothing`);
  const check = await checkSignature(candidate, signer, { name, sha256: '0'.repeat(64), content: null });
  expect(check.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(check).toMatchObject({ outcome: 'valid', signer: { subjects: [expect.any(String)] } });
});
