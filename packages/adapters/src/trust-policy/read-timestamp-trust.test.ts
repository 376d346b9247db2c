// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openTimestampAuthorities, type TimestampAuthorities } from '../testing/timestamp-authorities.ts';
import { readTrustPolicy } from './read-trust-policy.ts';
import { renderTrustPolicy } from './render-trust-policy.ts';

let authorities: TimestampAuthorities;
const { publicKey } = generateKeyPairSync('ed25519');
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
beforeAll(() => {
  authorities = openTimestampAuthorities();
  authorities.make('ours');
  writeFileSync(join(authorities.folder, 'none.pem'), 'no certificate');
});
afterAll(() => authorities.remove());

const path = (): string => join(authorities.folder, 'trust.yaml');
const read = (timestamps: string): ReturnType<typeof readTrustPolicy> => {
  const signers = [
    { name: 'key', key: { pem, timestamps } },
    { name: 'ssh', ssh: { allowedSigners: '# nobody yet\n', timestamps } },
  ];
  return readTrustPolicy(stringify({ signers, require: [{ name: 'signature', signers: ['key'] }] }), path());
};

test.each(['ours-root.pem', 'public-good'])('authorities of %s are read, and written back', async (name) => {
  const policy = await read(name);
  for (const signer of policy.signers) expect(signer).toMatchObject({ timestamps: { text: expect.any(String) } });
  expect(await readTrustPolicy(renderTrustPolicy(policy, path()), path())).toEqual(policy);
});

test('a file without certificates, and one that is not there, are refused', async () => {
  await expect(read('none.pem')).rejects.toMatchObject({
    code: 'policy-invalid',
    next: expect.stringContaining('DER'),
  });
  await expect(read('missing.pem')).rejects.toMatchObject({ code: 'input-unreadable' });
});
