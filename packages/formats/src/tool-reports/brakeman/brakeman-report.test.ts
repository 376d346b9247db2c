// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { brakemanReport } from './brakeman-report.ts';

const warning = {
  warning_type: 'SQL Injection',
  check_name: 'SQL',
  message: 'Possible SQL injection (CVE-2012-3464)',
  file: 'app/models/user.rb',
  line: 7,
  code: 'User.where("x = #{params[:x]}")',
  location: { type: 'method', class: 'User', method: 'find_by_x' },
  confidence: 'Weak',
  cwe_id: [89],
  fingerprint: 'abc',
};

test('a warning: sure of it or not, but never rated', () => {
  const report = {
    scan_info: {
      brakeman_version: '6.1.0',
      start_time: '2024-04-11 16:51:43 -0700',
      end_time: '2024-04-11 16:51:44 -0700',
      checks_performed: ['SQL'],
    },
    warnings: [warning],
    ignored_warnings: [{ ...warning, note: 'a constant' }],
    errors: [{ error: 'x' }],
  };
  const { read, results } = readWhole(brakemanReport, bytesOf(report));
  expect(results[0]).toEqual({
    kind: 'code',
    rule: 'SQL',
    title: 'SQL Injection',
    message: 'Possible SQL injection (CVE-2012-3464)',
    severity: 'unrated',
    confidence: 'low',
    places: [
      {
        path: 'app/models/user.rb',
        startLine: 7,
        snippet: 'User.where("x = #{params[:x]}")',
        symbol: 'User#find_by_x',
      },
    ],
    vulnerabilities: ['CVE-2012-3464'],
    weaknesses: ['CWE-89'],
    fingerprints: { fingerprint: 'abc' },
  });
  expect(results[1]?.suppressed).toEqual({ where: 'elsewhere', reason: 'a constant' });
  expect(read).toMatchObject({
    runs: [
      {
        toolVersion: '6.1.0',
        startedAt: '2024-04-11T23:51:43Z',
        finishedAt: '2024-04-11T23:51:44Z',
        rules: 1,
        problems: ['Brakeman tells of 1 errors while it ran'],
      },
    ],
  });
});
