// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { matchesPattern } from './matches-pattern.ts';

const workflow = 'https://github.com/us/lantern/.github/workflows/release.yml@refs/tags/*';

test('a pattern is of what it was written for', () => {
  expect(matchesPattern('https://github.com/us/lantern/.github/workflows/release.yml@refs/tags/v1.0', workflow)).toBe(
    true,
  );
  expect(matchesPattern('https://github.com/us/a/b/c', 'https://github.com/us/**')).toBe(true);
  expect(matchesPattern('me@example.com', '*@example.com')).toBe(true);
  expect(matchesPattern('https://example.com/a?b=1', 'https://example.com/a?b=*')).toBe(true);
});

test.each<[string, string, string]>([
  [
    'a star does not cross a slash',
    'https://github.com/us/lantern/.github/workflows/release.yml@refs/tags/v1/../x',
    workflow,
  ],
  ['another host behind the name', 'https://github.com.evil.com/us/lantern', 'https://github.com/us/*'],
  ['another host in front of it', 'https://evil.com/https://github.com/us/lantern', 'https://github.com/us/*'],
  ['a user part', 'https://github.com@evil.com/us/lantern', 'https://github.com/us/*'],
  ['a longer name of the owner', 'https://github.com/us-evil/lantern', 'https://github.com/us/*'],
  ['something behind the end', 'https://github.com/us/lantern/evil', 'https://github.com/us/lantern'],
  ['a suffix of the mail domain', 'me@example.com.evil.com', '*@example.com'],
  ['a mail address within a name', 'me@example.com/x@evil.com', '*@evil.com'],
  ['a line break behind it', 'https://github.com/us/lantern\n', 'https://github.com/us/lantern'],
  ['a line break within it', 'https://evil.com\nhttps://github.com/us/lantern', '**/us/lantern'],
  ['a character that nobody sees', 'https://github.com/us/lan\u200Btern', 'https://github.com/us/*'],
  ['one that turns the order around', 'https://github.com/us/\u202Enretnal', 'https://github.com/us/*'],
  ['a Cyrillic letter', 'https://github.com/us/l\u0430ntern', 'https://github.com/us/lantern'],
  ['a letter with its accent apart', 'https://github.com/us/lanterne\u0301', 'https://github.com/us/lantern\u00E9'],
  ['other case', 'https://github.com/US/lantern', 'https://github.com/us/lantern'],
  ['a question mark is itself', 'https://example.com/aXb', 'https://example.com/a?b'],
  ['a control character is no question mark', 'https://example.com/a\u0001b', 'https://example.com/a?b'],
  ['nothing', '', 'https://github.com/us/*'],
])('and not of another: %s', (_, text, pattern) => {
  expect(matchesPattern(text, pattern)).toBe(false);
});
