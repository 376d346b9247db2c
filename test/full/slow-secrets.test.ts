// SPDX-License-Identifier: Apache-2.0
import { createSecretMatcher } from '@plumbline/adapters/scanners/plumbline-secrets/match/create-secret-matcher';
import { secretRules } from '@plumbline/adapters/scanners/plumbline-secrets/secret-rules';
import { expect, test } from 'vitest';

const matcher = createSecretMatcher(secretRules);

test.each([
  'password '.repeat(100_000),
  'token="'.repeat(100_000),
  'https://a:'.repeat(100_000),
  '-----BEGIN PRIVATE KEY-----'.repeat(20_000),
  'eyJ.'.repeat(100_000),
  `secret = ${'a'.repeat(1_000_000)}`,
])('looking for secrets takes time that grows with the text: %#', (text) => {
  const started = performance.now();
  matcher({ path: '.env', text, own: true }, () => {});
  expect(performance.now() - started).toBeLessThan(30_000);
});
