// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aScanReport } from '../../testing/imported-fixtures.ts';

const withScan = (report: Partial<ScanReport>): FixtureFacts => ({
  'scan-reports': { reports: [aScanReport({ purposes: ['iac-scan'], ...report })] },
});

export const fixtures: CheckFixtures = {
  facts: withScan({ findings: { error: 0, warning: 0, note: 4, none: 0 } }),
  flip: { kind: 'scan-reports', at: ['reports', 0, 'findings', 'warning'], to: 1 },
  also: [
    { name: 'an empty report that does not say which rules ran', facts: withScan({ rules: 0 }), outcome: 'unknown' },
    { name: 'no report', facts: { 'scan-reports': 'absent' }, outcome: 'no' },
    { name: 'of another commit', facts: withScan({ commit: '7'.repeat(40) }), outcome: 'unknown' },
    { name: 'an empty report without proof that it ran', facts: withScan({ completed: null }), outcome: 'unknown' },
    { name: 'another kind of report', facts: withScan({ purposes: ['sca'] }), outcome: 'unknown' },
  ],
};
