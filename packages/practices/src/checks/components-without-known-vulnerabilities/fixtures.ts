// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { anInventory, noDependencies } from '../../testing/fixture-records.ts';
import { aScanReport } from '../../testing/imported-fixtures.ts';

const withScan = (report: Partial<ScanReport>): FixtureFacts => ({
  'dependency-inventory': anInventory(),
  'scan-reports': { reports: [aScanReport({ purposes: ['sca'], ...report })] },
});

export const fixtures: CheckFixtures = {
  facts: withScan({ findings: { error: 0, warning: 0, note: 2, none: 0 } }),
  flip: { kind: 'scan-reports', at: ['reports', 0, 'findings', 'error'], to: 1 },
  also: [
    { name: 'an empty report that does not say what it scanned', facts: withScan({ rules: 0 }), outcome: 'unknown' },
    { name: 'an empty report that does', facts: withScan({ rules: 0, scanned: true }), outcome: 'yes' },
    { name: 'a warning', facts: withScan({ findings: { error: 0, warning: 1, note: 0, none: 0 } }), outcome: 'no' },
    { name: 'no report', facts: { 'dependency-inventory': anInventory() }, outcome: 'unknown' },
    { name: 'an empty report without proof that it ran', facts: withScan({ completed: null }), outcome: 'unknown' },
    { name: 'a failed run', facts: withScan({ completed: false }), outcome: 'unknown' },
    { name: 'another commit', facts: withScan({ commit: '4'.repeat(40) }), outcome: 'unknown' },
    { name: 'a tool without a version', facts: withScan({ toolVersion: null }), outcome: 'unknown' },
    { name: 'an old run', facts: withScan({ finishedAt: '2026-05-01T00:00:00Z' }), outcome: 'unknown' },
    { name: 'a run at no known time', facts: withScan({ finishedAt: null }), outcome: 'unknown' },
    { name: 'a report of something else', facts: withScan({ purposes: ['sast'] }), outcome: 'unknown' },
    { name: 'no dependencies', facts: { 'dependency-inventory': noDependencies }, outcome: 'not-applicable' },
    {
      name: 'no manifest: vendored code cannot be seen',
      facts: { 'dependency-inventory': anInventory({ manifests: [], lockfiles: [], components: [] }) },
      outcome: 'unknown',
    },
  ],
};
