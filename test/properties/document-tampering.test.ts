// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import type { VerificationOutcome } from '@plumbline/engine/verify/verification';
import { verifyArtifact } from '@plumbline/engine/verify/verify-artifact';
import { inTotoPayloadType } from '@plumbline/formats/dsse/envelope';
import { preAuthenticationEncoding } from '@plumbline/formats/dsse/pre-authentication-encoding';
import { envelopeToJson } from '@plumbline/formats/dsse/render-envelope';
import { renderStatement } from '@plumbline/formats/in-toto/render-statement';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import { expect, test } from 'vitest';
import { requirementOf, unlimited } from '../conformance/trust.ts';

// One bit of a document that belongs to a release is exchanged, at every byte.
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const trusted = {
  kind: 'key',
  name: 'signer',
  publicKey: pem,
  period: unlimited,
  root: null,
  logRequired: false,
} as const;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const bill = Buffer.from(
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components: [{ type: 'library', name: 'wick', version: '1.0.0', purl: 'pkg:npm/wick@1.0.0' }],
  }),
);

/** Signs a statement about a file. */
function attested(file: Uint8Array, predicateType: string, predicate: object): Buffer {
  const payload = renderStatement([{ name: 'it', sha256: sha256(file) }], predicateType, predicate);
  const signature = sign(null, preAuthenticationEncoding(inTotoPayloadType, payload), privateKey);
  const signatures = [{ keyId: null, signature, certificate: null }];
  return Buffer.from(JSON.stringify(envelopeToJson({ payloadType: inTotoPayloadType, payload, signatures })));
}

async function verify(file: Uint8Array, proof: Uint8Array, predicateType: string | null): Promise<VerificationOutcome> {
  const { outcome } = await verifyArtifact({
    artifact: { name: 'it', sha256: sha256(file), content: messageOf(file) },
    candidates: readSignedFile(proof, 'f'),
    policy: { signers: [trusted], requirements: [requirementOf({}, predicateType)] },
    asOf: '2026-06-30T23:59:59Z',
    checkSignature,
  });
  return outcome;
}

/** At which bytes an exchanged bit is not seen. */
async function unseen(
  bytes: Buffer,
  verifyChanged: (changed: Buffer) => Promise<VerificationOutcome>,
): Promise<readonly number[]> {
  const passed: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    if ((await verifyChanged(changed)) !== 'not-verified') passed.push(at);
  }
  return passed;
}

test('a bill of materials that a statement names by its digest', async () => {
  const proof = attested(bill, 'urn:x', {});
  expect(await verify(bill, proof, 'urn:x')).toBe('verified');
  expect(await unseen(bill, (changed) => verify(changed, proof, 'urn:x'))).toEqual([]);
});

test('a bill of materials within a statement', async () => {
  const artifact = Buffer.from('lantern 1.0\n');
  const type = 'https://cyclonedx.org/bom';
  const proof = attested(artifact, type, JSON.parse(bill.toString()) as object);
  expect(await verify(artifact, proof, type)).toBe('verified');
  expect(await unseen(proof, (changed) => verify(artifact, changed, type))).toEqual([]);
});

test('a list of checksums and the signature beside it', async () => {
  const list = Buffer.from(`${sha256(bill)}  bom.json\n${'a'.repeat(64)}  lantern.tar\n`);
  const signature = sign(null, list, privateKey);
  expect(await verify(list, signature, null)).toBe('verified');
  expect(await unseen(list, (changed) => verify(changed, signature, null))).toEqual([]);
  expect(await unseen(signature, (changed) => verify(list, changed, null))).toEqual([]);
});
