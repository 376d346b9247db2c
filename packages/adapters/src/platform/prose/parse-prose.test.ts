// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linksOf } from './links.ts';
import { parseProse } from './parse-prose.ts';
import { titlesOver } from './prose.ts';
import { sentencesOf } from './sentences.ts';

const titles = (path: string, text: string): readonly (readonly [string, number])[] =>
  parseProse(path, text).sections.map(({ title, line }) => [title, line]);

describe('headings', () => {
  test('Markdown, marked and underlined', () => {
    expect(
      titles('a.md', '# One #\n\ntext\n\nTwo\n===\n\ntext\n\n**Three:**\n\n<h2 align="center">Four</h2>\n'),
    ).toEqual([
      ['One', 1],
      ['Two', 5],
      ['Three', 10],
      ['Four', 12],
    ]);
  });
  test('reStructuredText with overline, underline and any punctuation', () => {
    expect(titles('a.rst', '=====\nTitle\n=====\n\nReporting\n~~~~~~~~~\n\ntext\n')).toEqual([
      ['Title', 2 - 1],
      ['Reporting', 5],
    ]);
  });
  test('AsciiDoc, and no heading inside fences, comments, front matter or tables', () => {
    expect(titles('a.adoc', '////\n= No\n////\n= Yes\n\n----\n== no\n----\n')).toEqual([['Yes', 4]]);
    expect(titles('a.md', '---\ntitle: x\n---\n<!--\n# no\n-->\n```sh\n# no\n```\n| a | b |\n|---|---|\n')).toEqual([]);
  });
});

test('passages know their section and the line of every word', () => {
  const prose = parseProse(
    'a.md',
    '# A\n\n## B\n\nFirst line\nsecond. Third sentence here.\n\n- item one\n  goes on\n- item two\n',
  );
  expect(prose.passages.map(({ kind, text, line }) => [kind, text, line])).toEqual([
    ['paragraph', 'First line second. Third sentence here.', 5],
    ['item', 'item one goes on', 8],
    ['item', 'item two', 10],
  ]);
  const [first] = prose.passages;
  expect(first && titlesOver(prose, first)).toEqual(['A', 'B']);
  expect(first && sentencesOf(first).map(({ plain, line }) => [plain, line])).toEqual([
    ['first line second.', 5],
    ['third sentence here.', 6],
  ]);
});

test('links in every syntax', () => {
  const prose = parseProse(
    'a.md',
    'See [one](https://a.example/1), [two][t], <https://a.example/3>, `four <https://a.example/4>`_, [five].\n\n[t]: https://a.example/2\n[five]: https://a.example/5\n',
  );
  expect(prose.passages.flatMap((passage) => linksOf(prose, passage)).map(({ url }) => url.slice(-1))).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ]);
});

test('any text is read, and quickly', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '# ',
          '**',
          '[',
          '](',
          '`',
          '<!--',
          '-->',
          '==',
          '\n',
          ' ',
          'a',
          '|',
          '- ',
          '```',
          ')',
          '<a href="',
        ),
      ),
      (bits) => {
        const prose = parseProse('a.md', bits.join(''));
        for (const passage of prose.passages) {
          linksOf(prose, passage);
          sentencesOf(passage);
        }
      },
    ),
  );
  for (const bit of ['[', '[a](', '`', '<a ', '**', '[a][', '!.', '((', '_', '<h1>']) {
    const started = performance.now();
    const prose = parseProse('a.md', bit.repeat(200_000 / bit.length));
    for (const passage of prose.passages) {
      linksOf(prose, passage);
      sentencesOf(passage);
    }
    expect(performance.now() - started).toBeLessThan(30_000);
  }
});
