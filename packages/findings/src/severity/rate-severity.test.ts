// SPDX-License-Identifier: Apache-2.0
import type { Sighting } from '@plumbline/core/findings/finding';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { expect, test } from 'vitest';
import { aResult } from '../testing/an-import.ts';
import { rateSeverity } from './rate-severity.ts';

const by = (tool: string, change: Partial<ToolResult>): Sighting => ({
  tool,
  toolVersion: null,
  report: 'sha256:0',
  commit: null,
  seenAt: '2026-01-01T00:00:00Z',
  result: aResult(change),
});
const critical = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const medium = 'CVSS:4.0/AV:A/AC:H/AT:N/PR:H/UI:A/VC:H/VI:H/VA:H/SC:L/SI:L/SA:L';
const old = 'AV:N/AC:L/Au:N/C:C/I:C/A:C';

test('a vector outranks words, the highest of several counts, and its tools are named', () => {
  const rating = rateSeverity([
    by('a', { severity: 'low', cvss: [critical] }),
    by('b', { severity: 'critical', cvss: [medium, old] }),
  ]);
  expect(rating).toMatchObject({ severity: 'critical', from: { of: 'cvss', cvss: { score: 9.8 }, tools: ['a'] } });
  expect(rating.cvss.map(({ version }) => version)).toEqual(['3.1', '4.0', '2.0']);
});

test('version 2.0 counts only where there is no other', () => {
  expect(rateSeverity([by('a', { cvss: [old] })]).severity).toBe('high');
  expect(rateSeverity([by('a', { cvss: [old, medium] })]).severity).toBe('medium');
});

test('without a vector the highest word counts; a broken vector is none', () => {
  const rating = rateSeverity([
    by('a', { severity: 'low' }),
    by('b', { severity: 'medium', reportedSeverity: 'WARNING', cvss: ['CVSS:3.1/AV:N'] }),
    by('c', { severity: 'unrated' }),
  ]);
  expect(rating).toEqual({ severity: 'medium', from: { of: 'tool', tools: ['b'], reported: 'WARNING' }, cvss: [] });
});

test('what nobody rated is unrated', () => {
  expect(rateSeverity([by('a', { severity: 'unrated' })])).toMatchObject({
    severity: 'unrated',
    from: { of: 'nobody' },
  });
  expect(rateSeverity([by('a', { severity: 'unrated' })], [critical]).from).toMatchObject({ of: 'cvss', tools: [] });
});
