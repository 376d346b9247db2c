// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { terrascanReport } from './terrascan-report.ts';

test('violations, and those that a comment in the source skips', () => {
  const violation = {
    rule_name: 'notPublic',
    rule_id: 'AC_GCP_1',
    description: 'Ensure it is not public',
    severity: 'HIGH',
    resource_name: 'a',
    resource_type: 'google_container_cluster',
    file: 'cluster.tf',
    line: 52,
  };
  const report = {
    results: {
      scan_errors: [{ errMsg: 'no file' }],
      violations: [violation],
      skipped_violations: [{ ...violation, skip_comment: 'on purpose' }],
      scan_summary: { policies_validated: 607 },
    },
  };
  expect(terrascanReport.recognise({ syntax: 'json', sample: report })).toBe(true);
  expect(readWhole(terrascanReport, bytesOf(report))).toMatchObject({
    read: { runs: [{ rules: 607, problems: ['Terrascan scan_errors: 1'] }] },
    results: [
      {
        rule: 'AC_GCP_1',
        severity: 'high',
        places: [{ path: 'cluster.tf', startLine: 52, symbol: 'google_container_cluster.a' }],
      },
      { suppressed: { where: 'source', reason: 'on purpose' } },
    ],
  });
});
