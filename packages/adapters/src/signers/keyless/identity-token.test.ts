// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readIdentityToken } from './identity-token.ts';

const now = new Date('2026-06-30T12:00:00Z');
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: unknown): string => `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;

test('a token asks for its mail address, else for its subject', () => {
  const text = tokenOf({ sub: 'repo:us/lantern' });
  expect(readIdentityToken(`${text}\n`, now)).toEqual({ text, challenge: 'repo:us/lantern' });
  const mail = tokenOf({ sub: '123', email: 'me@example.com', email_verified: true });
  expect(readIdentityToken(mail, now)).toMatchObject({ challenge: 'me@example.com' });
});

test.each([
  ['not a token', 'hello', 'no JSON Web Token'],
  ['two parts', 'a.b', 'no JSON Web Token'],
  ['too long', `${part({})}.${part({ sub: 'x'.repeat(40_000) })}.x`, 'no JSON Web Token'],
  ['claims that are none', 'YQ.YQ.YQ', 'names nobody'],
  ['nobody', tokenOf({ iss: 'https://issuer.example' }), 'names nobody'],
  ['expired', tokenOf({ sub: 'secret-subject', exp: now.getTime() / 1000 }), 'it has expired'],
  ['an address that is not verified', tokenOf({ sub: 'secret-subject', email: 'me@example.com' }), 'not verified'],
])('%s is refused, and nothing of it is repeated', (_, text, because) => {
  const read = (): unknown => readIdentityToken(text, now);
  expect(read).toThrow(because);
  expect(read).not.toThrow(/secret|example|YQ/u);
});
