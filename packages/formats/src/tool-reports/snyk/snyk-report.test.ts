// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { snykReport } from './snyk-report.ts';

const issue = {
  id: 'SNYK-JAVA-COMGOOGLEGUAVA-1015415',
  title: 'Information Disclosure',
  description: 'about it',
  severity: 'medium',
  packageManager: 'maven',
  packageName: 'com.google.guava:guava',
  version: '29.0-jre',
  identifiers: { CVE: ['CVE-2020-8908'], CWE: ['CWE-200'] },
  CVSSv3: 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N',
  fixedIn: ['30.0-jre'],
  from: ['app@1', 'com.google.guava:guava@29.0-jre'],
};
const licence = {
  id: 'snyk:lic:maven:a',
  type: 'license',
  title: 'GPL-3.0 license',
  severity: 'high',
  packageName: 'a:b',
  version: '1',
  from: ['app@1'],
};
const project = {
  ok: false,
  dependencyCount: 14,
  packageManager: 'maven',
  displayTargetFile: 'a\\pom.xml',
  vulnerabilities: [issue, licence],
};

test('one project or several, one result for every issue that is listed', () => {
  const { results } = readWhole(snykReport, bytesOf([project, { ...project, vulnerabilities: [issue] }]));
  expect(results).toHaveLength(3);
  expect(results[0]).toEqual({
    kind: 'component',
    rule: 'SNYK-JAVA-COMGOOGLEGUAVA-1015415',
    title: 'Information Disclosure',
    message: 'Introduced through: app@1 > com.google.guava:guava@29.0-jre\nabout it',
    severity: 'medium',
    reportedSeverity: 'medium',
    component: {
      name: 'com.google.guava:guava',
      version: '29.0-jre',
      purl: 'pkg:maven/com.google.guava/guava@29.0-jre',
      path: 'a/pom.xml',
    },
    vulnerabilities: ['SNYK-JAVA-COMGOOGLEGUAVA-1015415', 'CVE-2020-8908'],
    weaknesses: ['CWE-200'],
    cvss: ['CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N'],
    fixedVersions: ['30.0-jre'],
  });
  expect(results[1]?.vulnerabilities).toBeUndefined();
});

test('what a policy ignores is suppressed; applications of an image are read', () => {
  const ignored = { ...issue, filtered: { ignored: [{ reason: 'not used' }] } };
  const image = {
    ok: false,
    dependencyCount: 1,
    vulnerabilities: [],
    filtered: { ignore: [ignored] },
    applications: [project],
  };
  const { results } = readWhole(snykReport, bytesOf(image));
  expect(results.map(({ suppressed }) => suppressed?.reason)).toEqual(['not used', undefined, undefined]);
});
