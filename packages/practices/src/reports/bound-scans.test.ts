// SPDX-License-Identifier: Apache-2.0
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import { expect, test } from 'vitest';
import { boundScans, sumFindings, whySilent } from './bound-scans.ts';
import { evidenceOf } from '../testing/check-fixtures.ts';
import { aScanReport } from '../testing/imported-fixtures.ts';

const asOf = '2026-06-30T23:59:59Z';
const wish = { purposes: ['sca'], what: 'composition analysis', daysMax: 30 } as const;
const seen = (...reports: readonly ScanReport[]): Seen<'scan-reports'> =>
  evidenceOf({ 'scan-reports': { reports } })['scan-reports'] as Seen<'scan-reports'>;

test('one bound report counts beside others that do not', () => {
  const good = aScanReport({ purposes: ['sca'], file: 'good.sarif' });
  const { reports } = boundScans(
    seen(aScanReport({ purposes: ['sca'], commit: null }), good, aScanReport()),
    wish,
    asOf,
  );
  expect(reports?.map(({ file }) => file)).toEqual(['good.sarif']);
});

test('what was not passed may still exist: unknown, never no', () => {
  expect(boundScans(seen(), wish, asOf).refusal).toMatchObject({ outcome: 'unknown' });
});

test('findings of several reports are summed', () => {
  const report = aScanReport({ findings: { error: 1, warning: 2, note: 3, none: 4 }, suppressed: 5 });
  expect(sumFindings([report, report])).toEqual({ error: 2, warning: 4, note: 6, none: 8, suppressed: 10 });
});

test.each([
  ['no rule and no sign of what was scanned', { purposes: ['sca'], rules: 0 }, true],
  ['composition analysis that says what it scanned', { purposes: ['sca'], rules: 0, scanned: true }, false],
  ['rules that ran', { purposes: ['dast'], rules: 7 }, false],
  ['another scan without rules', { purposes: ['dast'], rules: 0, scanned: true }, true],
  ['a finding', { purposes: ['dast'], rules: 0, findings: { error: 0, warning: 0, note: 1, none: 0 } }, false],
] as const)('%s: silent', (_, part, silent) => {
  expect(whySilent(aScanReport(part)) !== null).toBe(silent);
});

test('an empty report that does not say what ran shows nothing', () => {
  const { refusal } = boundScans(seen(aScanReport({ purposes: ['sca'], rules: 0 })), wish, asOf);
  expect(refusal).toMatchObject({ outcome: 'unknown', because: expect.stringContaining('what it looked at') });
});
