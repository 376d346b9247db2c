// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { parsePlainConfig } from './parse-plain-config.ts';

const cloned = `[core]
\trepositoryformatversion = 0
\tfileMode = true
\tbare = false
[remote "origin"]
\turl = https://example.com/a/product.git
\tfetch = +refs/heads/*:refs/remotes/origin/*
[branch "Feature/X 1"]
\tremote = origin
\tmerge = refs/heads/Feature/X
[User]
\tname = A Person
\temail = a@example.com
[core]
\tbare = true
`;

it('reads what git itself reads', () => {
  const list = execFileSync('git', ['config', '--file', '-', '--list', '--null'], { input: cloned }).toString();
  const entries = list
    .split('\0')
    .filter(Boolean)
    .map((item): [string, string] => [item.slice(0, item.indexOf('\n')), item.slice(item.indexOf('\n') + 1)]);
  expect(parsePlainConfig(cloned)).toEqual(new Map(entries));
});

it.each([
  '[a]\n\tb = "quoted"\n',
  '[a]\n\tb = c # comment\n',
  '[a]\n\tb = c ; comment\n',
  '[a]\n\tb = one\\\n two\n',
  '[a]\n\tb\n',
  '[a]\n\tb =\n',
  '[a]\n\tb=c\n',
  '[a.b]\n\tc = d\n',
  '[a "q\\"uote"]\n\tc = d\n',
  '[include]\n\tpath = x\n',
  '[includeIf "gitdir:x"]\n\tpath = x\n',
  '[a]\r\n\tb = c\r\n',
  'b = c\n',
  '[a] b = c\n',
  '[a]\n\tb = c  d\n',
  '[a]\n\tb = c \n',
  '\uFEFF[a]\n\tb = c\n',
])('leaves the rest to git: %j', (text) => {
  expect(parsePlainConfig(text)).toBeNull();
});
