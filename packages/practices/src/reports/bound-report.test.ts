// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import { expect, test } from 'vitest';
import { boundReports, whyNotAbout, whyUnbound } from './bound-report.ts';

const commit = '1'.repeat(40);
const to = { commit, asOf: '2026-06-30T23:59:59Z' };
const report: ImportBinding = {
  file: 'gitleaks.sarif',
  sha256: '2'.repeat(64),
  tool: 'gitleaks',
  toolVersion: '8.30.0',
  commit,
  completed: true,
  finishedAt: '2026-06-30T10:00:00Z',
  problems: [],
};

test('a report that names tool, version, commit and its end counts', () => {
  expect(whyUnbound(report, to)).toBeNull();
  expect(whyUnbound({ ...report, finishedAt: null }, to)).toBeNull();
});

test.each([
  ['no tool version', { toolVersion: null }, /version/],
  ['does not say that it ended', { completed: null }, /does not say/],
  ['failed', { completed: false }, /failed/],
  ['no commit', { commit: null }, /does not name the commit/],
  ['another commit', { commit: '3'.repeat(40) }, /about commit 33333333333/],
  ['an abbreviated commit', { commit: '1111111' }, /about commit 1111111/],
  ['ended after the day', { finishedAt: '2026-07-01T00:00:00Z' }, /made after 2026-06-30/],
  ['ended at no date', { finishedAt: 'yesterday' }, /made after/],
])('%s: it does not count', (_, part, reason) => {
  expect(whyUnbound({ ...report, ...part }, to)?.because).toMatch(reason);
});

test('nothing is bound to an unknown commit', () => {
  expect(boundReports([report], { ...to, commit: undefined })).toMatchObject({ bound: [], unbound: [{}] });
});

test('a document counts by its commit alone, a failed run never', () => {
  const document = { ...report, toolVersion: null, completed: null };
  expect(whyNotAbout(document, to)).toBeNull();
  expect(whyNotAbout({ ...document, completed: false }, to)?.because).toMatch(/failed/);
  expect(whyNotAbout({ ...document, commit: null }, to)?.because).toMatch(/commit/);
});

test('nothing about the commit is about a work tree that differs from it', () => {
  expect(whyUnbound(report, { ...to, dirty: true })?.because).toMatch(/work tree/);
  expect(boundReports([report], { ...to, dirty: true }).bound).toEqual([]);
});
