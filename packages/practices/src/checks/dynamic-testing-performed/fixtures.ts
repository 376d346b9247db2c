// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aScanReport } from '../../testing/imported-fixtures.ts';

const withScan = (report: Partial<ScanReport>): FixtureFacts => ({
  'scan-reports': { reports: [aScanReport({ purposes: ['dast'], ...report })] },
});

export const fixtures: CheckFixtures = {
  facts: withScan({}),
  flip: { kind: 'scan-reports', absent: true },
  also: [
    { name: 'an empty report that does not say which rules ran', facts: withScan({ rules: 0 }), outcome: 'unknown' },
    {
      name: 'a fuzzing run with findings',
      facts: withScan({ purposes: ['fuzzing'], findings: { error: 2, warning: 0, note: 0, none: 0 } }),
      outcome: 'yes',
    },
    { name: 'a quarter ago', facts: withScan({ finishedAt: '2026-03-01T00:00:00Z' }), outcome: 'unknown' },
    { name: 'at no known time', facts: withScan({ finishedAt: null }), outcome: 'unknown' },
    { name: 'of another commit', facts: withScan({ commit: '7'.repeat(40) }), outcome: 'unknown' },
    { name: 'that failed', facts: withScan({ completed: false }), outcome: 'unknown' },
    { name: 'static analysis only', facts: withScan({ purposes: ['sast'] }), outcome: 'unknown' },
  ],
};
