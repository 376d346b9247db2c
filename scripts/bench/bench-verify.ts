// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { readTrustPolicy } from '@plumbline/adapters/trust-policy/read-trust-policy';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import { verifyArtifact } from '@plumbline/engine/verify/verify-artifact';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import { median } from './run-measured.ts';
import { benchVerifyPeers } from './verify-peers.ts';

const corpus = new URL('../../test/conformance/sigstore/', import.meta.url);
const batch = 200;
const bar = 100;

const issuer = 'https://token.actions.githubusercontent.com';
const subject = 'https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/';

const policy = JSON.stringify({
  signers: [
    {
      name: 'workflow',
      sigstore: {
        issuer,
        subject: `${subject}**`,
      },
    },
  ],
  require: [{ name: 'signature', signers: ['workflow'] }],
});

/**
 * How many Sigstore bundles of the public instance are verified in a second on one core, with the trust root taken apart
 * before: certificate, its log, entry and proof of the transparency log, signature over the content.
 */
export async function benchVerify(runs: number): Promise<void> {
  const bytes = await readFile(new URL('happy-path-v0.3/bundle.sigstore.json', corpus));
  const content = await readFile(new URL('a.txt', corpus));
  const artifact = {
    name: 'a.txt',
    sha256: createHash('sha256').update(content).digest('hex'),
    content: messageOf(content),
  };
  const trusted = await readTrustPolicy(policy, 'bench');
  const verifyOne = async (): Promise<void> => {
    const candidates = readSignedFile(bytes, 'bundle.sigstore.json');
    const asOf = '2026-06-30T23:59:59Z';
    const { outcome } = await verifyArtifact({ artifact, candidates, policy: trusted, asOf, checkSignature });
    if (outcome !== 'verified') throw new Error(`the bundle of the bench is ${outcome}`);
  };
  await verifyOne();
  const rates: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    for (let count = 0; count < batch; count += 1) await verifyOne();
    const { user, system } = process.cpuUsage(before);
    rates.push(batch / ((user + system) / 1_000_000));
  }
  console.log(`verify: ${median(rates).toFixed(0)} bundles a second of one core (at least ${bar})`);
  await benchVerifyPeers(
    {
      artifact: fileURLToPath(new URL('a.txt', corpus)),
      bundle: fileURLToPath(new URL('happy-path-v0.3/bundle.sigstore.json', corpus)),
      issuer,
      subject,
    },
    runs,
  );
}
