// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { trivyReport } from './trivy-report.ts';

const vulnerability = {
  VulnerabilityID: 'CVE-2026-1',
  PkgName: 'curl',
  InstalledVersion: '7.81.0-1',
  FixedVersion: '7.81.0-2, 7.82.0-1',
  Severity: 'MEDIUM',
  SeveritySource: 'ubuntu',
  Title: 'A flaw of curl',
  PrimaryURL: 'https://example.org/cve-2026-1',
  CweIDs: ['CWE-668'],
  CVSS: { nvd: { V3Vector: 'nvd-vector', V3Score: 9.9 }, ubuntu: { V2Vector: 'ubuntu-vector' } },
};
const image = {
  SchemaVersion: 2,
  CreatedAt: '2026-06-30T10:00:00.5+02:00',
  ArtifactName: 'app',
  ArtifactType: 'container_image',
  Trivy: { Version: '0.60.0' },
  Results: [
    {
      Target: 'app (ubuntu 22.04)',
      Class: 'os-pkgs',
      Type: 'ubuntu',
      Vulnerabilities: [vulnerability, { PkgName: 'no id' }],
    },
    {
      Target: 'web/package-lock.json',
      Class: 'lang-pkgs',
      Type: 'npm',
      Vulnerabilities: [{ ...vulnerability, PkgName: '@a/b', InstalledVersion: '1.0.0', Severity: 'UNKNOWN' }],
    },
    {
      Target: 'Dockerfile',
      Class: 'config',
      Type: 'dockerfile',
      Misconfigurations: [
        {
          ID: 'DS002',
          Title: 'Image user is root',
          Message: 'Specify a user',
          Severity: 'HIGH',
          Status: 'FAIL',
          CauseMetadata: { StartLine: 1, EndLine: 2, Code: { Lines: [{ Content: 'FROM a' }] } },
        },
        { ID: 'DS001', Title: 'passed', Status: 'PASS' },
      ],
    },
    {
      Target: 'key.pem',
      Class: 'secret',
      Secrets: [
        { RuleID: 'private-key', Title: 'Private key', Severity: 'HIGH', StartLine: 3, EndLine: 4, Match: '****' },
      ],
    },
    {
      Target: 'OS Packages',
      Class: 'license',
      Licenses: [
        { Severity: 'HIGH', Category: 'restricted', PkgName: 'bash', Name: 'GPL-3.0' },
        { Severity: 'LOW', FilePath: '/a/LICENSE', Name: 'MIT' },
      ],
    },
  ],
};

test('vulnerabilities, misconfigurations, secrets and licences of an image', () => {
  const { read, results } = readWhole(trivyReport, bytesOf(image));
  expect(results).toMatchObject([
    {
      kind: 'component',
      rule: 'CVE-2026-1',
      severity: 'medium',
      component: { name: 'curl', version: '7.81.0-1', purl: 'pkg:deb/ubuntu/curl@7.81.0-1' },
      cvss: ['ubuntu-vector', 'nvd-vector'],
      fixedVersions: ['7.81.0-2', '7.82.0-1'],
      weaknesses: ['CWE-668'],
    },
    {
      severity: 'unrated',
      reportedSeverity: 'UNKNOWN',
      component: { purl: 'pkg:npm/%40a/b@1.0.0', path: 'web/package-lock.json' },
    },
    {
      kind: 'configuration',
      rule: 'DS002',
      severity: 'high',
      places: [{ path: 'Dockerfile', startLine: 1, endLine: 2, snippet: 'FROM a' }],
    },
    { kind: 'secret', rule: 'private-key', places: [{ path: 'key.pem', startLine: 3, endLine: 4 }] },
    { kind: 'component', rule: 'license:GPL-3.0', component: { name: 'bash' } },
    { rule: 'license:MIT', component: { name: '/a/LICENSE', path: 'a/LICENSE' } },
  ]);
  expect(results[0]?.component?.path).toBeUndefined();
  expect(read).toMatchObject({
    runs: [
      {
        toolVersion: '0.60.0',
        purposes: ['iac-scan', 'sca', 'secret-scan'],
        finishedAt: '2026-06-30T08:00:00Z',
        problems: ['Trivy Results: an entry without its id or its package'],
      },
    ],
  });
});

test('clusters, now and before, and the bare list of the first versions', () => {
  const results = [
    {
      Target: 'Service/a',
      Class: 'config',
      Type: 'kubernetes',
      Misconfigurations: [{ ID: 'KSV1', Title: 't', Severity: 'LOW' }],
    },
  ];
  const resource = { Namespace: 'default', Kind: 'Service', Name: 'a', Results: results };
  const reports = [
    { ClusterName: 'c', Resources: [resource] },
    { ClusterName: 'c', Vulnerabilities: [], Misconfigurations: [resource] },
    results,
  ];
  for (const report of reports) {
    expect(trivyReport.recognise({ syntax: 'json', sample: report })).toBe(true);
    expect(readWhole(trivyReport, bytesOf(report)).results).toMatchObject([
      { rule: 'KSV1', places: [{ path: 'Service/a' }] },
    ]);
  }
});

test('what VEX set aside and Trivy was asked to show is suppressed', () => {
  const modified = {
    Type: 'vulnerability',
    Status: 'not_affected',
    Statement: 'vulnerable_code_not_present',
    Finding: vulnerability,
  };
  const { results } = readWhole(
    trivyReport,
    bytesOf({
      ...image,
      Results: [{ Target: 'a', Class: 'os-pkgs', Type: 'ubuntu', ExperimentalModifiedFindings: [modified] }],
    }),
  );
  expect(results).toMatchObject([
    { suppressed: { where: 'elsewhere', reason: 'not_affected: vulnerable_code_not_present' } },
  ]);
});

test('nothing, as the first versions wrote it', () => {
  expect(readWhole(trivyReport, bytesOf('null'))).toMatchObject({ read: { state: 'parsed' }, results: [] });
});
