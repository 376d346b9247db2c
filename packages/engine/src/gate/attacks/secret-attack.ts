// SPDX-License-Identifier: Apache-2.0
import type { Attack } from './attack.ts';
import { alphanumerics, letters, pick, textOf, tokenOf, type Random } from './random.ts';

type Kind = { readonly name: string; readonly draw: (random: Random) => string };

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const hex = '0123456789abcdef';
const base64 = `${alphanumerics}+/`;

/**
 * Kinds of secrets with a form of their own, made of parts so that this file holds none. They are of no account of anybody:
 * every character after the form is drawn.
 */
const kinds: readonly [Kind, ...Kind[]] = [
  {
    name: 'AWS access key',
    draw: (random) =>
      `aws_access_key_id = ${'AKI'}A${tokenOf(random, 16, base32)}\naws_secret_access_key = ${tokenOf(random, 40, base64)}\n`,
  },
  { name: 'GitLab access token', draw: (random) => `GITLAB_TOKEN=${'glp'}at-${tokenOf(random, 20, alphanumerics)}\n` },
  {
    name: 'Slack bot token',
    draw: (random) =>
      `slack_token: ${'xox'}b-${tokenOf(random, 12, '123456789')}-${tokenOf(random, 12, '123456789')}-${tokenOf(random, 24, alphanumerics)}\n`,
  },
  { name: 'Stripe live key', draw: (random) => `STRIPE_KEY="${'sk_'}live_${tokenOf(random, 24, alphanumerics)}"\n` },
  {
    name: 'SendGrid key',
    draw: (random) =>
      `SENDGRID_API_KEY=${'SG'}.${tokenOf(random, 22, alphanumerics)}.${tokenOf(random, 43, alphanumerics)}\n`,
  },
  {
    name: 'private key',
    // An Ed25519 key in PKCS #8 (RFC 8410 textOf(random, 1, upper.slice(0, 16))7): a fixed head, the rest drawn.
    draw: (random) => {
      const body = `MC4CAQAwBQYDK2VwBCIEI${textOf(random, 1, upper.slice(0, 16))}${tokenOf(random, 42, base64)}`;
      return `-----${'BEGIN'} PRIVATE KEY-----\n${body}\n-----${'END'} PRIVATE KEY-----\n`;
    },
  },
];

const places: readonly [string, ...string[]] = [
  'config/settings',
  'deploy/values',
  'scripts/release',
  'src/connection',
];
const endings: readonly [string, ...string[]] = ['.env', '.yaml', '.properties', '.conf'];

/** A secret of a random kind in a random file. */
export function secretAttack(random: Random): Attack {
  const kind = pick(random, kinds);
  const path = `${pick(random, places)}-${textOf(random, 6, letters)}${pick(random, endings)}`;
  const text = `# ${textOf(random, 10, upper + hex)}\n${kind.draw(random)}`;
  return { what: 'secret', title: `a secret (${kind.name}) in ${path}`, files: new Map([[path, text]]), disables: [] };
}
