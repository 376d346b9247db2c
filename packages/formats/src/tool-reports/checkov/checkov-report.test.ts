// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { checkovReport } from './checkov-report.ts';

const check = {
  check_id: 'CKV_GCP_29',
  check_name: 'Ensure uniform access',
  file_path: '/gcs.tf',
  file_line_range: [1, 15],
  resource: 'google_storage_bucket.a',
  severity: null,
  guideline: 'https://example.org/ckv_gcp_29',
};
const terraform = {
  check_type: 'terraform',
  results: {
    passed_checks: [check],
    failed_checks: [check, { ...check, check_id: 'CKV_GCP_62', severity: 'MEDIUM' }],
    skipped_checks: [{ ...check, check_result: { result: 'SKIPPED', suppress_comment: 'public on purpose' } }],
    parsing_errors: ['/broken.tf'],
  },
  summary: { failed: 2, checkov_version: '3.2.0' },
};
const packages = {
  check_type: 'sca_package',
  results: {
    failed_checks: [
      {
        check_id: 'BC_CVE_2026_1',
        file_path: '/requirements.txt',
        severity: 'HIGH',
        vulnerability_details: {
          id: 'CVE-2026-1',
          package_name: 'django',
          package_version: '1.2',
          package_type: 'python',
          lowest_fixed_version: '1.3',
        },
      },
    ],
  },
  summary: { checkov_version: '3.2.0' },
};

test('checks that failed, and those that a comment skips', () => {
  const { read, results } = readWhole(checkovReport, bytesOf(terraform));
  expect(results).toMatchObject([
    {
      kind: 'configuration',
      rule: 'CKV_GCP_29',
      severity: 'unrated',
      places: [{ path: 'gcs.tf', startLine: 1, endLine: 15, symbol: 'google_storage_bucket.a' }],
    },
    { rule: 'CKV_GCP_62', severity: 'medium' },
    { rule: 'CKV_GCP_29', suppressed: { where: 'source', reason: 'public on purpose' } },
  ]);
  expect(read).toMatchObject({
    runs: [{ toolVersion: '3.2.0', problems: ['Checkov terraform: 1 files could not be parsed'] }],
  });
});

test('a list of frameworks; packages are components', () => {
  const { read, results } = readWhole(checkovReport, bytesOf([terraform, packages]));
  expect(results[3]).toMatchObject({
    kind: 'component',
    rule: 'CVE-2026-1',
    severity: 'high',
    component: { purl: 'pkg:pypi/django@1.2', path: 'requirements.txt' },
    fixedVersions: ['1.3'],
  });
  expect(read).toMatchObject({ runs: [{ purposes: ['iac-scan', 'sca'] }] });
});

test('a run to which no framework applied has no results', () => {
  const empty = { passed: 0, failed: 0, skipped: 0, parsing_errors: 0, resource_count: 0, checkov_version: '3.2.0' };
  expect(checkovReport.recognise({ syntax: 'json', sample: empty })).toBe(true);
  expect(readWhole(checkovReport, bytesOf(empty))).toMatchObject({
    read: { runs: [{ toolVersion: '3.2.0' }] },
    results: [],
  });
});
