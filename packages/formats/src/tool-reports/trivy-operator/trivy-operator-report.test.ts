// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { JsonObject } from '../../json/json-value.ts';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { trivyOperatorReport } from './trivy-operator-report.ts';

const resource = (report: JsonObject): JsonObject => ({
  apiVersion: 'aquasecurity.github.io/v1alpha1',
  kind: 'VulnerabilityReport',
  metadata: {
    labels: {
      'trivy-operator.resource.namespace': 'default',
      'trivy-operator.resource.kind': 'ReplicaSet',
      'trivy-operator.resource.name': 'nginx',
    },
  },
  report: { scanner: { name: 'Trivy', version: '0.38.2' }, updateTimestamp: '2023-03-23T16:23:01Z', ...report },
});
const vulnerable = resource({
  vulnerabilities: [
    {
      vulnerabilityID: 'CVE-2026-1',
      resource: 'curl',
      installedVersion: '1',
      fixedVersion: '2',
      severity: 'HIGH',
      packagePURL: 'pkg:deb/debian/curl@1',
    },
  ],
});
const checked = resource({
  checks: [
    {
      checkID: 'KSV014',
      title: 'Root file system is not read-only',
      severity: 'LOW',
      success: false,
      messages: ['set it'],
    },
    { checkID: 'KSV001', title: 'passed', success: true },
  ],
});
const secret = resource({
  secrets: [
    {
      ruleID: 'aws-secret-access-key',
      title: 'AWS Secret Access Key',
      severity: 'CRITICAL',
      match: '****',
      target: 'root/aws.txt',
    },
  ],
});
const results = [
  {
    kind: 'component',
    rule: 'CVE-2026-1',
    severity: 'high',
    component: { purl: 'pkg:deb/debian/curl@1' },
    message: 'Found in default/ReplicaSet/nginx',
  },
  {
    kind: 'configuration',
    rule: 'KSV014',
    severity: 'low',
    places: [{ path: 'default/ReplicaSet/nginx' }],
    message: 'set it',
  },
  { kind: 'secret', rule: 'aws-secret-access-key', severity: 'critical', places: [{ path: 'root/aws.txt' }] },
];

test.each([
  ['a list', [vulnerable, checked, secret]],
  ['a list of Kubernetes', { apiVersion: 'v1', kind: 'List', items: [vulnerable, checked, secret] }],
])('%s', (_, report) => {
  expect(trivyOperatorReport.recognise({ syntax: 'json', sample: report })).toBe(true);
  expect(readWhole(trivyOperatorReport, bytesOf(report))).toMatchObject({
    read: { runs: [{ tool: 'Trivy', toolVersion: '0.38.2', finishedAt: '2023-03-23T16:23:01Z' }] },
    results,
  });
});

test('a map by kind, and one alone', () => {
  const byKind = {
    'configauditreports.aquasecurity.github.io': [checked],
    'sbomreports.aquasecurity.github.io': [vulnerable],
  };
  expect(readWhole(trivyOperatorReport, bytesOf(byKind)).results).toMatchObject([results[1]]);
  expect(readWhole(trivyOperatorReport, bytesOf(secret)).results).toMatchObject([results[2]]);
});

test('a compliance report: a check without a severity has that of its section', () => {
  const compliance = {
    apiVersion: 'aquasecurity.github.io/v1alpha1',
    status: {
      detailReport: {
        results: [
          {
            id: '1.1.1',
            severity: 'HIGH',
            checks: [{ checkID: 'AVD-KSV-0001', title: 'a', success: false, target: '/t' }],
          },
        ],
      },
    },
  };
  expect(readWhole(trivyOperatorReport, bytesOf(compliance)).results).toMatchObject([
    { rule: 'AVD-KSV-0001', severity: 'high', places: [{ path: 't' }] },
  ]);
});
