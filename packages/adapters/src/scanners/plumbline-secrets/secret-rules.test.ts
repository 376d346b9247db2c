// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createSecretMatcher } from './match/create-secret-matcher.ts';
import type { SecretRule } from './secret-rule.ts';
import { secretRules } from './secret-rules.ts';
import { createDraw, randomText } from './testing/random-text.ts';

const matcher = createSecretMatcher(secretRules);
const samples = 20;

function found(text: string, { own = true, path = '.env' } = {}): readonly string[] {
  const ids: string[] = [];
  matcher({ path, text, own }, ({ rule }) => ids.push(rule.id));
  return ids;
}

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function withChecksum(token: string): string {
  let rest = crc32(token.slice(-36, -6));
  let sum = '';
  for (; sum.length < 6; rest = Math.floor(rest / 62)) sum = `${base62[rest % 62]}${sum}`;
  return `${token.slice(0, -6)}${sum}`;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const text = (seed: number, length: number): string => randomText(`[A-Za-z0-9]{${length}}`, createDraw(seed));
const pem = (): string => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Rules whose secrets are more than their pattern says. */
const made: { readonly [id: string]: (seed: number) => string } = {
  'json-web-token': (seed) =>
    `t = "${encoded({ alg: 'HS256' })}.${encoded({ sub: text(seed, 12) })}.${text(seed + 1, 43)}"`,
  'private-key': () => pem(),
  'private-key-encrypted': () => pem().replaceAll('PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'),
  'docker-config-auth': (seed) => `{"auth": "${Buffer.from(`user:${text(seed, 16)}`).toString('base64')}"}`,
  'authorization-basic': (seed) => `Authorization: Basic ${Buffer.from(`user:${text(seed, 16)}`).toString('base64')}`,
  'kubeconfig-key': () => `client-key-data: ${Buffer.from(pem()).toString('base64')}`,
  'onepassword-service-token': (seed) =>
    `ops_${Buffer.from(JSON.stringify({ a: text(seed, 220) })).toString('base64')}`,
  'grafana-cloud-token': (seed) => `glc_${Buffer.from(JSON.stringify({ a: text(seed, 80) })).toString('base64')}`,
  'sentry-organization-token': (seed) =>
    `sntrys_${Buffer.from(JSON.stringify({ a: text(seed, 90) })).toString('base64url')}`,
  'assigned-secret': (seed) => `const dbPassword = "${text(seed, 10)}7#kQ"`,
  'configured-secret': (seed) => `DB_PASSWORD=${text(seed, 10)}7kQ`,
  'database-password': (seed) => `postgres://app:${text(seed, 10)}@db.example.org/app`,
  'discord-bot-token': (seed) => `discord token = "M${text(seed, 25)}.${text(seed + 1, 6)}.${text(seed + 2, 30)}"`,
  'twilio-auth-token': (seed) => `twilio_auth_token = "${randomText('[0-9a-f]{32}', createDraw(seed))}"`,
  'datadog-key': (seed) => `datadog_api_key = "${randomText('[0-9a-f]{32}', createDraw(seed))}"`,
};

function sample(rule: SecretRule, seed: number): string {
  const own = made[rule.id];
  if (own !== undefined) return own(seed);
  const written = randomText(rule.pattern, createDraw(seed));
  return rule.shape === 'crc32-base62' ? withChecksum(written) : written;
}

describe.each(secretRules.map((rule): [string, SecretRule] => [rule.id, rule]))('%s', (id, rule) => {
  it('finds secrets of its form', () => {
    const missed = Array.from({ length: samples }, (_, seed) => sample(rule, seed + 1)).filter(
      (written) => !found(`${written}\n`).includes(id),
    );
    // A drawn secret may by chance look like a placeholder; that is rare.
    expect(missed.length, missed.slice(0, 3).join('\n')).toBeLessThanOrEqual(2);
  });
  it('begins with its keyword, or has it in the line', () => {
    const written = sample(rule, 1).toLowerCase();
    expect(rule.keywords.some((keyword) => written.includes(keyword))).toBe(true);
  });
});

it('knows at least sixty kinds, each by one id', () => {
  expect(secretRules.length).toBeGreaterThanOrEqual(60);
  expect(new Set(secretRules.map(({ id }) => id)).size).toBe(secretRules.length);
});

describe('what is none', () => {
  it.each([
    ['a placeholder', 'password = "your-password-here1"'],
    ['a reference to the environment', 'DB_PASSWORD=${DB_PASSWORD1}'],
    ['a template', 'password: "{{ vault_password_1 }}"'],
    ['a word with a number', 'token_type = "bearer_token2"'],
    ['a name in code', 'const passwordField = "user.password1"'],
    ['a digest', `token = "${'0f1e2d3c4b5a69788796a5b4c3d2e1f0'}"`],
    ['a UUID', 'client_secret = "6f1c2d3e-4b5a-4978-8796-a5b4c3d2e1f0"'],
    ['an address', 'token_url = "https://example.com/oauth2/token1"'],
    ['the integrity of a lockfile', `"integrity": "sha512-${text(3, 86)}=="`],
    ['the example of a maker', 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE'],
    ['a password that is the user', 'DATABASE_URL=postgres://app:app@db/app'],
    ['a password of documents', 'DATABASE_URL=postgres://app:password@db/app'],
    ['a password that is filled in', 'DATABASE_URL=postgres://app:${PASSWORD}@db/app'],
    ['crosses', 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
    ['a sequence', `ghp_${'abcdefghijklmnopqrstuvwxyz0123456789'}`],
    ['part of a longer name', `my_ghp_${text(5, 36)}_and_more`],
    ['a public key', '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----'],
  ])('%s', (_, line) => {
    expect(found(`${line}\n`)).toEqual([]);
  });

  it('is what a test or a document made up, unless its issuer can be recognised', () => {
    const password = 'const password = "hx7Kq2Lm9Zp4"';
    expect(found(password)).toEqual(['assigned-secret']);
    expect(found(password, { own: false })).toEqual([]);
    expect(found(withChecksum(`ghp_${text(7, 36)}`), { own: false })).toEqual(['github-personal-token']);
  });

  it('is a token with a wrong checksum, outside of what is shipped', () => {
    expect(found(`ghp_${text(11, 36)}`, { own: false })).toEqual([]);
  });
});
