// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aScanReport } from '../../testing/imported-fixtures.ts';

const { history: _, ...ofFiles } = aScanReport({ purposes: ['secret-scan'] });

const scan = (report: Partial<ScanReport> = {}) => ({
  'scan-reports': {
    reports: [
      aScanReport({ tool: 'gitleaks', toolVersion: '8.30.0', purposes: ['secret-scan'], history: true, ...report }),
    ],
  },
});

export const fixtures: CheckFixtures = {
  facts: scan(),
  flip: { kind: 'scan-reports', at: ['reports', 0, 'findings', 'error'], to: 1 },
  also: [
    {
      name: 'only the files, as far as it says',
      facts: { 'scan-reports': { reports: [ofFiles] } },
      outcome: 'unknown',
    },
    { name: 'no rules named', facts: scan({ rules: 0 }), outcome: 'unknown' },
    { name: 'a report of something else', facts: scan({ purposes: ['sast'] }), outcome: 'unknown' },
    { name: 'no commit named', facts: scan({ commit: null }), outcome: 'unknown' },
    { name: 'no version named', facts: scan({ toolVersion: null }), outcome: 'unknown' },
    { name: 'does not say that it ended', facts: scan({ completed: null }), outcome: 'unknown' },
    { name: 'another commit', facts: scan({ commit: '9'.repeat(40) }), outcome: 'unknown' },
    { name: 'suppressed findings are no clean history', facts: scan({ suppressed: 2 }), outcome: 'unknown' },
  ],
};
