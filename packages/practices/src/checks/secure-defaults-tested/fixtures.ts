// SPDX-License-Identifier: Apache-2.0
import type { TestReport } from '@plumbline/core/facts/imported/test-reports';
import type { SecureDefault } from '@plumbline/core/facts/records/secure-defaults-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aTestReport } from '../../testing/fixture-reports.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const setting: SecureDefault = {
  setting: 'tls.minVersion',
  value: '1.3',
  why: 'Older versions can be broken',
  testedBy: 'test/tls.test.ts',
};
const record: FixtureFacts = {
  'record:secure-defaults': aRecord({ owner: 'platform team', reviewedOn: '2026-02-01', settings: [setting] }),
};
const withReport = (report: Partial<TestReport>): FixtureFacts => ({
  ...record,
  'test-reports': { reports: [aTestReport(report)] },
});

export const fixtures: CheckFixtures = {
  facts: withReport({}),
  flip: { kind: 'record:secure-defaults', at: ['content', 'settings', 0, 'testedBy'], to: null },
  also: [
    { name: 'no test report', facts: record, outcome: 'unknown' },
    { name: 'a failure', facts: withReport({ failures: 1 }), outcome: 'unknown' },
    { name: 'everything skipped', facts: withReport({ tests: 4, skipped: 4 }), outcome: 'unknown' },
    { name: 'of another commit', facts: withReport({ commit: '7'.repeat(40) }), outcome: 'unknown' },
    { name: 'no list', facts: { 'record:secure-defaults': 'absent' }, outcome: 'no' },
  ],
};
