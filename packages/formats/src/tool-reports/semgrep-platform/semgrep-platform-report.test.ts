// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { semgrepPlatformReport } from './semgrep-platform-report.ts';

test('a finding with its triage', () => {
  const finding = {
    match_based_id: 'abc_0',
    status: 'ignored',
    triage_state: 'ignored',
    triage_comment: 'test data',
    severity: 'high',
    confidence: 'medium',
    rule_name: 'python.sqli',
    location: { file_path: 'a.py', line: 3, end_line: 4, column: 5 },
    rule: { message: 'SQL', cwe_names: ['CWE-89: SQL Injection'], vulnerability_classes: ['SQL Injection'] },
  };
  expect(readWhole(semgrepPlatformReport, bytesOf({ findings: [finding] })).results).toEqual([
    {
      kind: 'code',
      rule: 'python.sqli',
      title: 'SQL Injection',
      message: 'SQL',
      severity: 'high',
      reportedSeverity: 'high',
      confidence: 'medium',
      places: [{ path: 'a.py', startLine: 3, endLine: 4, startColumn: 5 }],
      weaknesses: ['CWE-89'],
      fingerprints: { match_based_id: 'abc_0' },
      suppressed: { where: 'elsewhere', reason: 'test data' },
    },
  ]);
});

test('a vulnerable dependency', () => {
  const vulnerability = {
    title: 'Reachable Assertion in grpc',
    advisory: {
      ruleId: 'ssc-1',
      ecosystem: 'pypi',
      severity: 'HIGH',
      references: {
        cveIds: ['CVE-2023-1428'],
        cweIds: ['CWE-617: Reachable Assertion'],
        urls: ['https://example.org'],
      },
    },
    matchedDependency: { name: 'grpcio', versionSpecifier: '1.47.0' },
    closestSafeDependency: { name: 'grpcio', versionSpecifier: '1.53.0' },
    dependencyFileLocation: { path: 'requirements.txt', startLine: '222' },
    triage: { status: 'FIXED' },
  };
  const { read, results } = readWhole(semgrepPlatformReport, bytesOf({ vulns: [vulnerability] }));
  expect(results).toMatchObject([
    {
      kind: 'component',
      severity: 'high',
      component: { purl: 'pkg:pypi/grpcio@1.47.0', path: 'requirements.txt' },
      vulnerabilities: ['CVE-2023-1428'],
      weaknesses: ['CWE-617'],
      fixedVersions: ['1.53.0'],
      gone: true,
    },
  ]);
  expect(read).toMatchObject({ runs: [{ purposes: ['sca'] }] });
});
