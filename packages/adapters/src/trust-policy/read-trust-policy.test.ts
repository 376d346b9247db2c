// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readTrustPolicy } from './read-trust-policy.ts';
import { renderTrustPolicy } from './render-trust-policy.ts';

let folder: string;
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-trust-'));
  writeFileSync(join(folder, 'release.pub'), pem);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const require = [{ name: 'signature', signers: ['us'] }];
const path = (): string => join(folder, 'trust.yaml');
const read = (file: object): ReturnType<typeof readTrustPolicy> => readTrustPolicy(stringify(file), path());

test('files that it names are read, from its own folder; days become instants', async () => {
  const key = { file: 'release.pub', validUntil: '2026-12-31', revokedOn: '2026-06-01', revokedBecause: 'lost' };
  expect(await read({ signers: [{ name: 'us', key }], require })).toMatchObject({
    signers: [
      {
        kind: 'key',
        publicKey: pem,
        logRequired: false,
        period: {
          validFrom: null,
          validUntil: '2026-12-31T23:59:59.999Z',
          revokedOn: '2026-06-01T00:00:00Z',
          revokedBecause: 'lost',
        },
      },
    ],
    requirements: [{ threshold: 1, predicateType: null, level: null }],
  });
});

test('what is written is read back', async () => {
  const sigstore = { issuer: 'https://issuer.example', subject: 'me@example.com', timestamp: 'if-there' };
  const file = {
    signers: [
      { name: 'us', sigstore },
      { name: 'key', key: { pem, root: 'public-good', log: 'required', validFrom: '2026-01-01' } },
      { name: 'ssh', ssh: { allowedSigners: '# nobody yet\n', principal: '*@example.com' } },
    ],
    require: [
      {
        name: 'provenance',
        signers: ['us', 'key'],
        threshold: 2,
        predicateType: 'https://slsa.dev/provenance/v1',
        source: { uri: 'https://example.com/**', ref: 'refs/tags/*' },
        materials: [{ uri: 'pkg:npm/x' }],
        level: 2,
      },
      {
        name: 'documents',
        signers: ['us'],
        summary: { verifier: 'https://verifier.example', levels: ['SLSA_BUILD_LEVEL_2'] },
        sbom: { content: 'required' },
        vex: { noAffected: true, maxAgeDays: 90 },
      },
    ],
  };
  const policy = await read(file);
  expect(policy.requirements[1]).toMatchObject({
    summary: { verifier: 'https://verifier.example', policy: null },
    bill: { content: 'required' },
    vex: { noAffected: true, maxAgeDays: 90 },
  });
  expect(await readTrustPolicy(renderTrustPolicy(policy, path()), path())).toEqual(policy);
});

const us = { name: 'us', key: { pem } };
test.each<[string, object, string]>([
  ['nothing is required', { signers: [us], require: [] }, 'requires nothing'],
  ['a signer that is not there', { signers: [us], require: [{ name: 'x', signers: ['them'] }] }, 'not there: them'],
  ['no signer', { signers: [us], require: [{ name: 'x', signers: [] }] }, 'names no signer'],
  ['two signers of one name', { signers: [us, us], require }, 'one name'],
  ['two kinds at once', { signers: [{ ...us, ssh: { allowedSigners: 'x' } }], require }, 'exactly one'],
  [
    'a key and a file',
    { signers: [{ name: 'us', key: { pem, file: 'release.pub' } }], require },
    'either the text or the file',
  ],
  ['no key', { signers: [{ name: 'us', key: { pem: 'x' } }], require }, 'no public key'],
  ['a log without a root', { signers: [{ name: 'us', key: { pem, log: 'required' } }], require }, 'only with a root'],
  ['a misspelt field', { signers: [us], require: [{ ...require[0], biulder: 'x' }] }, 'biulder is not known here'],
  [
    'a builder to be filled in',
    { signers: [us], require: [{ ...require[0], builder: 'TODO: which?' }] },
    'to be filled in',
  ],
  [
    'a threshold of nothing',
    { signers: [us], require: [{ ...require[0], threshold: 0 }] },
    'whole number from 1 to 16',
  ],
  [
    'allowed signers that are none',
    { signers: [{ name: 'us', ssh: { allowedSigners: 'me rsa' } }], require },
    'line 1',
  ],
])('refused: %s', async (_, file, because) => {
  await expect(read(file)).rejects.toMatchObject({ code: 'policy-invalid', message: expect.stringContaining(because) });
});

const of = (key: object): Promise<unknown> => read({ signers: [{ name: 'us', key }], require });

test('keys of other kinds, private ones and files that are not there are refused', async () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' });
  await expect(of({ pem: rsa })).rejects.toMatchObject({ message: expect.stringContaining('Ed25519 and P-256') });
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await expect(of({ pem: secret })).rejects.toMatchObject({ message: expect.stringContaining('private key') });
  await expect(of({ file: 'none.pub' })).rejects.toMatchObject({ code: 'input-unreadable' });
});
