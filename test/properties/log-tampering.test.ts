// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import type { TrustedSigner } from '@plumbline/core/verification/trust-policy';
import type { VerificationOutcome } from '@plumbline/engine/verify/verification';
import { verifyArtifact } from '@plumbline/engine/verify/verify-artifact';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicGood, requirementOf } from '../conformance/trust.ts';

// One bit of what a log says (the entry, its promise, its proof, its checkpoint) is exchanged, anywhere.
const folder = new URL('../conformance/sigstore/', import.meta.url);

function verifierOf(name: string): (bundle: Uint8Array) => Promise<VerificationOutcome> {
  const own = new URL(`${name}/artifact`, folder);
  const content = readFileSync(existsSync(own) ? own : new URL('a.txt', folder));
  const root = new URL(`${name}/trusted_root.json`, folder);
  const signer: TrustedSigner = {
    kind: 'sigstore',
    name: 'signer',
    root: existsSync(root) ? { from: name, text: readFileSync(root, 'utf8') } : publicGood,
    issuer: '**',
    subject: '**',
    logRequired: true,
    timestampRequired: true,
  };
  const sha256 = createHash('sha256').update(content).digest('hex');
  return async (bundle) => {
    const { outcome } = await verifyArtifact({
      artifact: { name: 'it', sha256, content: messageOf(content) },
      candidates: readSignedFile(bundle, 'f'),
      policy: { signers: [signer], requirements: [requirementOf()] },
      asOf: '2026-06-30T23:59:59Z',
      checkSignature,
    });
    return outcome;
  };
}

/** Where the value of a member begins and ends, in a text of JSON without spaces. */
function rangeOf(text: string, member: string): readonly [number, number] {
  const from = text.indexOf(`"${member}":`) + member.length + 3;
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    depth += '[{'.includes(text.charAt(at)) ? 1 : ']}'.includes(text.charAt(at)) ? -1 : 0;
    if (depth === 0) return [from, at];
  }
  throw new Error(`${member} is not closed`);
}

/** Signatures of witnesses, behind that of the log itself, are of nobody whom the root trusts: they prove nothing. */
const witnesses = /(?<=\\n\u00E2\u0080\u0094 [^"]*)\\n\u00E2\u0080\u0094 [^"]*(?=")/u;

test.each(['happy-path-v0.3', 'bundle-with-sct-with-extensions', 'rekor2-dsse-happy-path'])(
  'what the log says counts, bit by bit: %s',
  async (name) => {
    const verify = verifierOf(name);
    const raw = readFileSync(new URL(`${name}/bundle.sigstore.json`, folder), 'utf8');
    const bytes = Buffer.from(JSON.stringify(JSON.parse(raw)));
    const text = bytes.toString('latin1');
    expect(await verify(bytes)).toBe('verified');
    const [from, to] = rangeOf(text, 'tlogEntries');
    const others = witnesses.exec(text);
    const isWitness = (at: number): boolean =>
      others !== null && at > others.index - 3 && at < others.index + others[0].length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: from, max: to - 1 }), fc.integer({ min: 0, max: 6 }), async (at, bit) => {
        fc.pre(!isWitness(at));
        const changed = Buffer.from(bytes);
        changed[at] = (bytes[at] ?? 0) ^ (1 << bit);
        expect(await verify(changed)).toBe('not-verified');
      }),
      { numRuns: 60 },
    );
  },
);
