// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { splitSignature } from './split-signature.ts';

const armor = (text: string): string => `-----BEGIN SSH SIGNATURE-----\n${text}\n-----END SSH SIGNATURE-----\n`;
const header = (name: string, text: string): string => `${name} ${armor(text).trimEnd().split('\n').join('\n ')}\n`;
const head = 'tree 1\nparent 2\nauthor A <a@example.com> 1 +0000\ncommitter A <a@example.com> 1 +0000\n';
const message = '\nHang the lantern\n';

const commit = (text: string): ReturnType<typeof splitSignature> => splitSignature(Buffer.from(text), 'commit', 'sha1');
const tag = (text: string): ReturnType<typeof splitSignature> => splitSignature(Buffer.from(text), 'tag', 'sha1');

test('a commit is signed without the header that holds the signature', () => {
  for (const text of [
    `${head}${header('gpgsig', 'AAAA')}${message}`,
    `tree 1\n${header('gpgsig', 'AAAA')}x y\n${message}`,
  ]) {
    const { payload, signature, fault } = commit(text);
    expect(payload.toString()).toBe(text.replace(header('gpgsig', 'AAAA'), ''));
    expect({ signature, fault }).toEqual({ signature: armor('AAAA'), fault: null });
  }
});

test('an unsigned commit is what it is, with what looks like a signature in its message', () => {
  const text = `${head}${message}\n${header('gpgsig', 'AAAA')}\n${armor('AAAA')}`;
  expect(commit(text)).toEqual({ payload: Buffer.from(text), signature: null, fault: null });
});

test('a header behind the signature, and one that continues, are signed', () => {
  const mergetag = `mergetag object 3\n type commit\n tag v1\n \n v1\n ${armor('BBBB').trimEnd().split('\n').join('\n ')}\n`;
  const { payload, signature } = commit(`${head}${header('gpgsig', 'AAAA')}${mergetag}encoding x\n${message}`);
  expect(payload.toString()).toBe(`${head}${mergetag}encoding x\n${message}`);
  expect(signature).toBe(armor('AAAA'));
  expect(commit(`${head}${mergetag}${message}`).signature).toBeNull();
});

test('the signature over the other form of an object is neither signed nor believed', () => {
  const both = `${head}${header('gpgsig', 'AAAA')}${header('gpgsig-sha256', 'BBBB')}${message}`;
  expect(commit(both)).toMatchObject({ signature: armor('AAAA'), fault: null });
  expect(commit(both).payload.toString()).toBe(`${head}${message}`);
  expect(splitSignature(Buffer.from(both), 'commit', 'sha256')).toMatchObject({ signature: armor('BBBB') });
  expect(commit(`${head}${header('gpgsig-sha256', 'BBBB')}${message}`).signature).toBeNull();
});

test.each([
  ['two signatures', `${head}${header('gpgsig', 'AAAA')}${header('gpgsig', 'BBBB')}${message}`, 'more than one'],
  ['a NUL byte in a header', `tree 1\n${header('gpgsig', 'AAAA')}author \0A\n${message}`, 'NUL'],
  ['a huge signature', `${head}${header('gpgsig', 'A'.repeat(100_000))}${message}`, 'larger than any'],
])('at fault: %s', (_, text, because) => {
  expect(commit(text).fault).toContain(because);
});

const tagHead = 'object 1\ntype commit\ntag v1\ntagger A <a@example.com> 1 +0000\n';

test('the end of a tag is its signature: the last that begins one, as in git', () => {
  const quoted = `${tagHead}\nv1\n${armor('AAAA')}`;
  expect(tag(`${quoted}${armor('BBBB')}`)).toMatchObject({
    payload: Buffer.from(quoted),
    signature: armor('BBBB'),
    fault: null,
  });
  expect(tag(`${tagHead}\n${armor('AAAA')}`).payload.toString()).toBe(`${tagHead}\n`);
  expect(tag(`${tagHead}\nsee -----BEGIN SSH SIGNATURE-----\n`).signature).toBeNull();
  expect(tag(`${tagHead}\n`)).toMatchObject({ signature: null, fault: null });
});

test('what stands behind the armor in a header of a commit is left out', () => {
  const more = header('gpgsig', 'AAAA').replace(/\n$/u, '\n -----BEGIN CERTIFICATE-----\n AAAA\n \n');
  expect(commit(`${head}${more}${message}`)).toMatchObject({ signature: armor('AAAA'), fault: null });
});

test('what follows the signature of a tag goes to whoever reads the signature, and is refused there', () => {
  expect(tag(`${tagHead}\nv1\n${armor('AAAA')}released by me\n`).signature).toBe(`${armor('AAAA')}released by me\n`);
});

test('a tag with the signature of a commit is at fault', () => {
  expect(tag(`${tagHead}${header('gpgsig', 'AAAA')}\nv1\n${armor('BBBB')}`).fault).toContain('among its headers');
});

test.each(['', '\n', '\n\n', 'gpgsig', 'gpgsig \n', ' \n \n', '\0'])('never throws: %j', (text) => {
  for (const type of ['commit', 'tag'] as const) expect(splitSignature(Buffer.from(text), type, 'sha1')).toBeDefined();
});
