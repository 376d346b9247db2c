// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { createResult } from './create-result.ts';
import { relativePath } from './relative-path.ts';
import { webUrl } from './web-url.ts';

test('what a tool does not say is left out', () => {
  expect(
    createResult({ kind: 'code', rule: 'r', title: ' ', severity: 'unrated', places: [], weaknesses: [], web: null }),
  ).toEqual({ kind: 'code', rule: 'r', title: 'r', severity: 'unrated' });
});

test('texts are bounded and free of tokens, ids unique and in one form', () => {
  const token = `ghp_${'a'.repeat(36)}`;
  const result = createResult({
    kind: 'code',
    rule: 'github-pat',
    title: `found\n${token}`,
    message: 'x'.repeat(10_000),
    severity: 'high',
    places: [{ path: '../../etc/passwd' }, { path: '/src/a.ts', startLine: 3, endLine: -1, snippet: token }],
    weaknesses: ['CWE-79: XSS', 'cwe-079', 20, '0', null],
    vulnerabilities: ['CVE-1', 'CVE-1', ''],
  });
  expect(result).toMatchObject({
    title: 'found ***',
    places: [{ path: 'src/a.ts', startLine: 3, snippet: '***' }],
    weaknesses: ['CWE-20', 'CWE-79'],
    vulnerabilities: ['CVE-1'],
  });
  expect(result.message).toHaveLength(4000);
});

test.each([
  ["Possible hardcoded password: 'correct-horse'", 'PASSWORD = "correct-horse"', "Possible hardcoded password: '***'"],
  ['value 8f3a-11bb-9c in TOKEN', 'TOKEN=8f3a-11bb-9c', 'value *** in TOKEN'],
  ['a secret was found', 'secret', 'a *** was found'],
])('%j beside %j', (message, snippet, shown) => {
  const places = [{ path: 'a', snippet }];
  expect(createResult({ kind: 'secret', rule: 'r', title: '', severity: 'low', message, places }).message).toBe(shown);
});

test('a secret shows no text of its place, of whatever tool it comes', () => {
  const given = {
    rule: 'r',
    title: 'Found hunter2-hunter2',
    message: 'In key = "hunter2-hunter2": hunter2-hunter2',
    severity: 'high',
    places: [
      { path: 'a.env', snippet: 'key = "hunter2-hunter2"' },
      { path: 'b', snippet: 'hunter2-hunter2' },
    ],
  } as const;
  const secret = {
    kind: 'secret',
    title: 'Found ***',
    message: 'In ***: ***',
    places: [{ path: 'a.env' }, { path: 'b' }],
  };
  expect(createResult({ ...given, kind: 'secret' })).toEqual({ ...secret, rule: 'r', severity: 'high' });
  expect(createResult({ ...given, kind: 'code', weaknesses: [798] })).toMatchObject(secret);
  expect(createResult({ ...given, kind: 'code', weaknesses: [79] })).toMatchObject({
    kind: 'code',
    title: given.title,
  });
});

test.each([
  ['/a/./b//c', 'a/b/c'],
  ['C:\\a\\b.cs', 'a/b.cs'],
  ['file:///a/b', 'a/b'],
  ['file:///C:/a/b', 'a/b'],
  ['a/../b', 'b'],
  ['../a', null],
  ['a/../../b', null],
  ['', null],
  ['a\u001b[31mb', null],
])('path %j', (path, expected) => {
  expect(relativePath(path)).toBe(expected);
});

test.each([
  ['https://user:secret@Example.org/a?b=1&a=2#x', 'https://example.org/a?a&b'],
  ['http://example.org', 'http://example.org/'],
  ['javascript:alert(1)', null],
])('address %j', (url, expected) => {
  expect(webUrl(url)).toBe(expected);
});
