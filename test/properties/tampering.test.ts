// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { openFileKey } from '@plumbline/adapters/signers/file-key/open-file-key';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import { signFile } from '@plumbline/cli/sign/sign-file';
import type { SignedForm } from '@plumbline/cli/sign/sign-options';
import { signWithKey } from '@plumbline/cli/sign/sign-with-key';
import type { VerificationOutcome } from '@plumbline/engine/verify/verification';
import { verifyArtifact } from '@plumbline/engine/verify/verify-artifact';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requirementOf, unlimited } from '../conformance/trust.ts';

// One byte of what is signed, or of what signs it, is exchanged: at every position, for every form and kind of key.
let folder: string;
const artifact = Buffer.from('lantern 1.0\n'.repeat(20));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-tampering-'));
  writeFileSync(join(folder, 'lantern.tar'), artifact);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keys = {
  Ed25519: () => generateKeyPairSync('ed25519'),
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
};

type Signed = {
  readonly bytes: Buffer;
  readonly verify: (bytes: Uint8Array, content?: Uint8Array) => Promise<VerificationOutcome>;
};

async function signed(kind: keyof typeof keys, form: SignedForm): Promise<Signed> {
  const { privateKey } = keys[kind]();
  const path = join(folder, `${kind}-${form}.key`);
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const signer = await openFileKey(path, () => Promise.reject(new Error('it is not encrypted')));
  const [signed] = await signFile(join(folder, 'lantern.tar'), form, signWithKey(signer, null));
  const content = signed?.content ?? '';
  const { publicKey } = signer;
  const trusted = {
    kind: 'key',
    name: 'signer',
    publicKey,
    period: unlimited,
    root: null,
    logRequired: false,
  } as const;
  return {
    bytes: Buffer.from(content),
    verify: async (bytes, over = artifact) => {
      const verification = await verifyArtifact({
        artifact: { name: 'x', sha256: createHash('sha256').update(over).digest('hex'), content: messageOf(over) },
        candidates: readSignedFile(bytes, 'f'),
        policy: { signers: [trusted], requirements: [requirementOf()] },
        asOf: '2026-06-30T23:59:59Z',
        checkSignature,
      });
      return verification.outcome;
    },
  };
}

/** What proves nothing and is not signed: where a key may be looked for, and the line's end. */
const hints = /"keyid":"[^"]*",|"hint":"[^"]*"|\n$/gu;

function isHint(text: string, at: number): boolean {
  return [...text.matchAll(hints)].some(({ index, 0: found }) => at >= index && at < index + found.length);
}

describe.each(['Ed25519', 'P-256'] as const)('%s', (kind) => {
  test.each(['envelope', 'bundle', 'detached'] as const)('every byte of a signature counts: %s', async (form) => {
    const { bytes, verify } = await signed(kind, form);
    expect(await verify(bytes)).toBe('verified');
    const text = form === 'detached' ? '' : bytes.toString('latin1');
    const passed: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (bytes[at] ?? 0) ^ (1 << (at % 7));
      if (!isHint(text, at) && (await verify(changed)) !== 'not-verified') passed.push(at);
    }
    expect(passed).toEqual([]);
  });

  test.each(['envelope', 'bundle', 'detached'] as const)('every byte of the artifact counts: %s', async (form) => {
    const { bytes, verify } = await signed(kind, form);
    for (let at = 0; at < artifact.length; at += 1) {
      const changed = Buffer.from(artifact);
      changed[at] = (artifact[at] ?? 0) ^ (1 << (at % 8));
      expect(await verify(bytes, changed)).toBe('not-verified');
    }
    expect(await verify(bytes, artifact.subarray(1))).toBe('not-verified');
    expect(await verify(bytes, Buffer.concat([artifact, Buffer.of(0)]))).toBe('not-verified');
  });
});
