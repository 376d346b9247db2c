// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { commitId, commitOfProperty, commitOfReference, soleCommit } from './commit-id.ts';

const commit = 'b2a46a4b83674bae982095557cfe03a8b2a46a4b';

test('a commit is an object id and no branch', () => {
  expect(commitId(commit.toUpperCase())).toBe(commit);
  expect(commitId('main')).toBeNull();
});

test.each([
  [`git+https://example.com/a/b@${commit}`],
  [`git+https://example.com/a/b.git@${commit}#src/file`],
  [`https://example.com/a/b#${commit}`],
  [`pkg:generic/a@1?vcs_url=git%2Bhttps://example.com/b@${commit}&x=1`],
])('%s names its commit', (uri) => {
  expect(commitOfReference(uri)).toBe(commit);
});

test.each([
  ['https://example.com/a/b'],
  ['git+https://example.com/a/b@refs/heads/main'],
  ['git+https://example.com/a@v1.0.0'],
  [null],
])('%s names none', (uri) => {
  expect(commitOfReference(uri)).toBeNull();
});

test('properties of build servers are known by name', () => {
  for (const name of ['commit', 'git.commit.id', 'GITHUB_SHA', 'ci-commit-sha'])
    expect(commitOfProperty(name, commit)).toBe(commit);
  expect(commitOfProperty('digest', commit)).toBeNull();
  expect(commitOfProperty('commit', 'HEAD')).toBeNull();
});

test('two commits are none', () => {
  expect(soleCommit([commit, null, commit])).toEqual({ commit, several: false });
  expect(soleCommit([commit, '1234567'])).toEqual({ commit: null, several: true });
});

test('a hostile reference costs no more than its length', () => {
  const hostile = `${`@${commit}?`.repeat(90)}\n@`;
  const start = performance.now();
  for (let round = 0; round < 20_000; round += 1) commitOfReference(hostile);
  expect(performance.now() - start).toBeLessThan(30_000);
});
