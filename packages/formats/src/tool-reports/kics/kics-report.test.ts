// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { kicsReport } from './kics-report.ts';

const file = {
  file_name: 'main.tf',
  similarity_id: 'ab12',
  line: 25,
  issue_type: 'IncorrectValue',
  resource_name: 'bucket',
  expected_value: 'private',
  actual_value: 'public',
};
const report = {
  kics_version: 'v2.1.3',
  files_scanned: 2,
  files_failed_to_scan: 1,
  queries_total: 834,
  queries: [
    {
      query_name: 'Public bucket',
      query_id: 'q-1',
      query_url: 'https://example.org/q-1',
      severity: 'HIGH',
      category: 'Access Control',
      cwe: '284',
      description: 'about it',
      files: [file, file],
    },
    {
      query_name: 'Passwords And Secrets - Generic Password',
      query_id: 'q-2',
      severity: 'TRACE',
      description: 'about it',
      files: [{ ...file, actual_value: 'hunter2' }],
    },
  ],
  start: '2026-06-30T10:00:00Z',
  end: '2026-06-30T10:00:05Z',
};

test('every place that a query names, each once; what a secret is, is not told', () => {
  const { read, results } = readWhole(kicsReport, bytesOf(report));
  expect(results).toEqual([
    {
      kind: 'configuration',
      rule: 'q-1',
      title: 'Public bucket',
      message: 'about it\nExpected: private\nFound: public',
      severity: 'high',
      reportedSeverity: 'HIGH',
      places: [{ path: 'main.tf', startLine: 25, symbol: 'bucket' }],
      weaknesses: ['CWE-284'],
      fingerprints: { similarity: 'ab12' },
      help: 'https://example.org/q-1',
    },
    expect.objectContaining({ kind: 'secret', severity: 'none', message: 'about it\nExpected: private' }),
  ]);
  expect(read).toMatchObject({
    runs: [
      {
        toolVersion: 'v2.1.3',
        rules: 834,
        startedAt: '2026-06-30T10:00:00Z',
        finishedAt: '2026-06-30T10:00:05Z',
        problems: ['KICS files_failed_to_scan: 1'],
      },
    ],
  });
});
