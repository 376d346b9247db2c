// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aScanReport } from '../../testing/imported-fixtures.ts';

const withScan = (report: Partial<ScanReport>): FixtureFacts => ({
  'scan-reports': { reports: [aScanReport(report)] },
});

export const fixtures: CheckFixtures = {
  facts: withScan({ weaknesses: ['CWE-79'], suppressed: 2 }),
  flip: { kind: 'scan-reports', at: ['reports', 0, 'weaknesses'], to: ['CWE-676'] },
  also: [
    { name: 'no report', facts: { 'scan-reports': 'absent' }, outcome: 'no' },
    { name: 'none of static analysis', facts: withScan({ purposes: ['sca'] }), outcome: 'unknown' },
    { name: 'which rules ran is not said', facts: withScan({ rules: 0 }), outcome: 'unknown' },
    {
      name: 'findings without classes',
      facts: withScan({ findings: { error: 1, warning: 0, note: 0, none: 0 } }),
      outcome: 'unknown',
    },
    { name: 'an unfinished run', facts: withScan({ completed: null }), outcome: 'unknown' },
  ],
};
