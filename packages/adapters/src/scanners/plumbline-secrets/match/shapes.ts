// SPDX-License-Identifier: Apache-2.0
import { crc32 } from 'node:zlib';
import { looksLikeWords } from './looks-like-words.ts';

/** `right`: what the issuer put in to be checked is right. `wrong`: it cannot be one. `open`: nothing to check. */
export type Shape = 'right' | 'wrong' | 'open';

export type ShapeName =
  | 'crc32-base62'
  | 'crc32-hex'
  | 'json-web-token'
  | 'private-key'
  | 'base64-64-bytes'
  | 'user-and-password'
  | 'no-word'
  | 'json-object';

const right = (fits: boolean): Shape => (fits ? 'right' : 'wrong');

/**
 * What issuers make checkable offline. Each takes the whole secret. Linear, bounded by the pattern before it.
 */
export const shapes: { readonly [S in ShapeName]: (secret: string) => Shape } = {
  /** GitHub (2021) and npm: the last six characters are the CRC-32 of the thirty before, in base 62. */
  'crc32-base62': (secret) => right(base62(crc32(secret.slice(-36, -6))) === secret.slice(-6)),
  /** Grafana service accounts: eight hex digits of the CRC-32 of what stands before the last `_`. */
  'crc32-hex': (secret) => {
    const [prefix = '', body = '', sum = ''] = secret.split('_');
    const fits = [body, `${prefix}_${body}`].some((text) => crc32(text).toString(16).padStart(8, '0') === sum);
    return fits ? 'right' : 'open'; // what exactly it is made over is not published
  },
  /** A JSON Web Token: its header is JSON and names an algorithm. The published example of the makers is none. */
  'json-web-token': (secret) => {
    const [header = '', payload = ''] = secret.split('.');
    const claims = decode(payload);
    return right(/"alg"\s{0,5}:/.test(decode(header)) && claims.startsWith('{') && !claims.includes('"1234567890"'));
  },
  /** DER, OpenSSH or OpenPGP in base 64, long enough to be a key. */
  'private-key': (secret) => right(isKey(secret)),
  /** base 64 of 64 bytes. */
  'base64-64-bytes': (secret) => right(Buffer.from(secret.slice(-88), 'base64').length === 64),
  /** Basic authentication: base 64 of `user:password`. */
  'user-and-password': (secret) => right(/^[\x21-\x7e]{1,100}:[\x21-\x7e]{4,200}$/.test(decode(secret))),
  /** What somebody assigned to a name like `password`: not a word, a name, a path, an address or a reference. */
  'no-word': (secret) => (looksLikeWords(secret) ? 'wrong' : 'open'),
  /** `eyJ…`: base 64 of a JSON object. */
  'json-object': (secret) => right(decode(secret.slice(secret.indexOf('eyJ'))).startsWith('{"')),
};

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function base62(number: number): string {
  let text = '';
  for (let rest = number; text.length < 6; rest = Math.floor(rest / 62)) text = `${digits[rest % 62]}${text}`;
  return text;
}

function decode(text: string): string {
  return Buffer.from(text, 'base64url').toString('latin1');
}

/** Shortest of them: Ed25519 in PKCS #8 has 48 bytes. */
const keyBytesMin = 44;
const keyStarts = ['openssh-key-v1\0', '\x30'];

function isKey(block: string): boolean {
  const lines = block
    .split('-----')
    .slice(2, -1)
    .join('')
    // A + between quotes joins strings; any other is one of the letters of base 64.
    .split(/(?:\\r|\\n|[\s"'`,]|(?<=[\s"'`])\+(?=[\s"'`]))+/)
    .filter((line) => /^[A-Za-z0-9/+=]{4,}$/.test(line.trim()));
  const body = lines.filter((line) => !line.startsWith('=')).join('');
  const bytes = Buffer.from(body, 'base64');
  if (bytes.length < keyBytesMin || new Set(bytes).size < 20) return false;
  const start = bytes.toString('latin1', 0, 16);
  return /BEGIN PGP|ENCRYPTED/.test(block) || keyStarts.some((known) => start.startsWith(known));
}
