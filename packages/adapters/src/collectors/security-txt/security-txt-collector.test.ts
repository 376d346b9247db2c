// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { SecurityTxt } from '@plumbline/core/facts/security-txt';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { securityTxtCollector, readSecurityTxt } from './security-txt-collector.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

async function collect(files: { readonly [path: string]: string }): Promise<SecurityTxt | null> {
  const [item] = await securityTxtCollector.collect(collectorInput(files));
  return item?.kind === 'security-txt' && item.state === 'found' ? item.fact : null;
}

const clauses = (text: string): readonly (readonly [string, number])[] =>
  readSecurityTxt('security.txt', text).problems.map(({ clause, line }) => [clause, line]);

const good = 'Contact: mailto:security@lantern.org\nExpires: 2027-01-01T00:00:00Z\n';

test('a real one, and the example of the RFC', async () => {
  expect(await collect({ '.well-known/security.txt': fixture('evidentia.txt') })).toEqual({
    path: '.well-known/security.txt',
    contacts: ['mailto:allen@allenfbyrd.com', 'https://github.com/Polycentric-Labs/evidentia/security/advisories/new'],
    expires: '2027-05-26T00:00:00.000Z',
    policy: 'https://github.com/Polycentric-Labs/evidentia/blob/main/SECURITY.md',
    signed: false,
    problems: [],
    placeholder: false,
  });
  expect(readSecurityTxt('security.txt', fixture('rfc9116-example-unsigned.txt'))).toMatchObject({
    problems: [],
    placeholder: true,
    expires: '2021-12-31T18:37:07.000Z',
  });
});

describe('clauses', () => {
  test.each<readonly [string, string, readonly (readonly [string, number])[]]>([
    ['nothing wrong, unknown fields allowed', `${good}CSAF: https://lantern.org/x.json\nMy-Field: 1\n`, []],
    ['names in any case, CRLF', good.toUpperCase().replaceAll('\n', '\r\n').replace('MAILTO', 'mailto'), []],
    ['no contact', 'Expires: 2027-01-01T00:00:00Z\n', [['2.5.3', 1]]],
    ['a bare address', 'Contact: a@b.org\nExpires: 2027-01-01T00:00:00Z\n', [['2.5.3', 1]]],
    ['http', `${good}Policy: http://lantern.org/\n`, [['2.5.7', 3]]],
    ['no expiry', 'Contact: mailto:a@b.org\n', [['2.5.5', 1]]],
    ['a day is no instant', 'Contact: mailto:a@b.org\nExpires: 2027-01-01\n', [['2.5.5', 2]]],
    ['no such day', 'Contact: mailto:a@b.org\nExpires: 2027-13-01T00:00:00Z\n', [['2.5.5', 2]]],
    ['expires twice', `${good}Expires: 2028-01-01T00:00:00Z\n`, [['2.5.5', 3]]],
    ['languages twice', `${good}Preferred-Languages: en, de-CH\nPreferred-Languages: fr\n`, [['2.5.8', 4]]],
    ['no field', `${good}just words\n`, [['4', 3]]],
  ])('%s', (_, text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });
});

const armour = (body: string): string =>
  `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n${body}-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n`;

test('signed cleartext', () => {
  expect(readSecurityTxt('s', armour(good))).toMatchObject({ signed: true, problems: [] });
  expect(readSecurityTxt('s', armour(good).replace('-----END', '----'))).toMatchObject({
    signed: false,
    problems: [{ clause: '2.3' }],
  });
});

describe('whose it is', () => {
  test.each([
    ['.well-known/security.txt', true],
    ['website/static/.well-known/security.txt', true],
    ['public/security.txt', true],
    ['src/main/resources/static/security.txt', true],
    ['testdata/simple/security.txt', false],
    ['examples/site/.well-known/security.txt', false],
    ['docs/internals/security.txt', false],
    ['server/templates/.well-known/security.txt', false],
  ])('%s: %s', async (path, own) => {
    expect((await collect({ [path]: good })) !== null).toBe(own);
  });
  test('a template that the product renders', async () => {
    expect(await collect({ 'public/.well-known/security.txt': 'Contact: {{ .Contact }}\n' })).toBeNull();
  });
});

test('never throws', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'Contact',
          ': ',
          'mailto:a@b',
          '\n',
          '\r',
          '#',
          '-----BEGIN PGP SIGNED MESSAGE-----',
          '',
          'Expires',
          '\u0000',
        ),
      ),
      (bits) => {
        expect(readSecurityTxt('s', bits.join('')).path).toBe('s');
      },
    ),
  );
});
