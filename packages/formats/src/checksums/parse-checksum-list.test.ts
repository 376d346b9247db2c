// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { parseChecksumList } from './parse-checksum-list.ts';

const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
const parse = (text: string, file = 'SHA256SUMS'): unknown => parseChecksumList(Buffer.from(text), file);

test.each([
  ['text mode', `${a}  app.tgz\n${b}  x y.zip\n`],
  ['binary mode, Windows line ends and upper case', `${a.toUpperCase()} *app.tgz\r\n${b} *x y.zip\r\n`],
  ['tagged', `SHA256 (app.tgz) = ${a}\nSHA256 (dist/x y.zip) = ${b}`],
  ['with folders, a comment and an empty line', `# of v1\n\n${a}  ./dist/app.tgz\n${b}  out\\x y.zip\n`],
  ['beside other algorithms', `SHA512 (app.tgz) = ${a}${b}\n${a}  app.tgz\n${b}  x y.zip\n${a}${b}  app.tgz\n`],
])('a list: %s', (_, text) => {
  expect(parse(text)).toEqual([
    { name: 'app.tgz', sha256: a },
    { name: 'x y.zip', sha256: b },
  ]);
});

test('a digest alone is of the file that its own file is called after', () => {
  expect(parse(`${a}\n`, 'app.tgz.sha256')).toEqual([{ name: 'app.tgz', sha256: a }]);
  expect(parse(`${a}\n`, 'digest.txt')).toBeNull();
});

test.each([
  ['nothing', ''],
  ['prose', `the checksums\n${a}  app.tgz\n`],
  ['a line that is cut', `${a.slice(1)}  app.tgz\n${a.slice(0, 20)}`],
  ['a signed message', `-----BEGIN PGP SIGNED MESSAGE-----\n${a}  app.tgz\n`],
  ['JSON', '{}'],
  ['no text', '\u0000\u0001'],
])('no list: %s', (_, text) => {
  expect(parse(text)).toBeNull();
});
