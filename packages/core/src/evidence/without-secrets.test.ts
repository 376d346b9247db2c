// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { withoutSecrets, withoutSecretText } from './without-secrets.ts';

test.each([
  ['https://user:pass@example.org/a', 'https://example.org/a'],
  ['get https://ghp_0123456789abcdefghij@example.org/a.sh now', 'get https://example.org/a.sh now'],
  ['ssh://git@example.org/a', 'ssh://git@example.org/a'],
  ['https://example.org/a@b', 'https://example.org/a@b'],
  ['token ghp_0123456789abcdefghij.', 'token ***.'],
  ['glpat-0123456789_abcdefghij', '***'],
  ['AKIA0123456789ABCDEF', '***'],
  [`sha512-${'a'.repeat(86)}==`, `sha512-${'a'.repeat(86)}==`],
  ['pkg:npm/%40a/b@1.0.0', 'pkg:npm/%40a/b@1.0.0'],
])('%s', (text, expected) => {
  expect(withoutSecretText(text)).toBe(expected);
});

test('in any depth, keys too; what has none is the same value', () => {
  const clean = { a: [{ b: 'plain', c: null, d: 1 }] };
  expect(withoutSecrets(clean)).toBe(clean);
  expect(withoutSecrets({ a: [{ 'https://u:p@h/': 'x://u@h' }] })).toEqual({ a: [{ 'https://h/': 'x://h' }] });
});

test('a long text takes linear time', () => {
  const started = performance.now();
  for (const part of ['://', 'ghp_', 'eyJa.', '://a@', 'npm_']) withoutSecretText(part.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(30_000);
});
