// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { statementsOn } from '../../testing/fixture-records.ts';
import { aScanReport } from '../../testing/imported-fixtures.ts';

const stated = statementsOn('standard-security-features-used');
const withScan = (report: Partial<ScanReport>): FixtureFacts => ({
  'record:statements': stated,
  'scan-reports': { reports: [aScanReport(report)] },
});

export const fixtures: CheckFixtures = {
  facts: withScan({ weaknesses: ['CWE-79'] }),
  flip: { kind: 'scan-reports', at: ['reports', 0, 'weaknesses'], to: ['CWE-327', 'CWE-79'] },
  also: [
    {
      name: 'nobody says so',
      facts: { 'record:statements': 'absent', 'scan-reports': { reports: [aScanReport()] } },
      outcome: 'no',
    },
    { name: 'the report names no commit', facts: withScan({ commit: null }), outcome: 'unknown' },
    { name: 'a report of something else', facts: withScan({ purposes: ['sca'] }), outcome: 'unknown' },
    {
      name: 'findings without classes',
      facts: withScan({ findings: { error: 0, warning: 3, note: 0, none: 0 } }),
      outcome: 'unknown',
    },
  ],
};
