// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { dependencyCheckReport } from './dependency-check-report.ts';

const metrics = {
  attackVector: 'NETWORK',
  attackComplexity: 'LOW',
  privilegesRequired: 'NONE',
  userInteraction: 'REQUIRED',
  scope: 'CHANGED',
  confidentialityImpact: 'LOW',
  integrityImpact: 'LOW',
  availabilityImpact: 'NONE',
};
const vulnerability = {
  source: 'NVD',
  name: 'CVE-2020-11022',
  severity: 'MEDIUM',
  cvssv3: { baseScore: 6.9, ...metrics, version: '3.1' },
  cwes: ['CWE-79'],
  description: 'about it',
};
const dependency = {
  fileName: 'jquery.min.js',
  filePath: '/app/js/jquery.min.js',
  packages: [{ id: 'pkg:javascript/jquery@3.1.0' }],
  vulnerabilities: [vulnerability],
};
const json = {
  reportSchema: '1.1',
  scanInfo: { engineVersion: '12.1.0', analysisExceptions: [{ exception: { message: 'no network' } }] },
  projectInfo: { name: 'app', reportDate: '2026-06-30T10:00:00Z' },
  dependencies: [
    dependency,
    { ...dependency, filePath: '/app/war/jquery.min.js' },
    {
      fileName: 'a.jar',
      filePath: '/app/a.jar',
      packages: [{ id: 'pkg:maven/org.a/b%2Bc@1.0' }],
      suppressedVulnerabilities: [{ ...vulnerability, name: 'CVE-2020-1', notes: 'not used' }],
    },
  ],
};
const words = Object.entries(metrics)
  .map(([name, word]) => `<${name}>${word}</${name}>`)
  .join('');
const vulnerable = (name: string): string =>
  `<name>${name}</name><severity>MEDIUM</severity><cvssV3>${words}<version>3.1</version></cvssV3><cwes><cwe>CWE-79</cwe></cwes><description>about it</description>`;
const dependencyXml = (folder: string): string => `<dependency isVirtual="false"><fileName>jquery.min.js</fileName>
<filePath>/app/${folder}/jquery.min.js</filePath><evidenceCollected><evidence><name>CVE</name></evidence></evidenceCollected>
<identifiers><package confidence="HIGHEST"><id>pkg:javascript/jquery@3.1.0</id></package></identifiers>
<vulnerabilities><vulnerability source="NVD">${vulnerable('CVE-2020-11022')}</vulnerability></vulnerabilities></dependency>`;
const xml = `<?xml version="1.0"?><analysis xmlns="https://jeremylong.github.io/DependencyCheck/dependency-check.4.1.xsd">
<scanInfo><engineVersion>12.1.0</engineVersion><analysisExceptions><exception><message>no network</message></exception></analysisExceptions></scanInfo>
<projectInfo><reportDate>2026-06-30T10:00:00Z</reportDate></projectInfo><dependencies>${dependencyXml('js')}${dependencyXml('war')}
<dependency><fileName>a.jar</fileName><filePath>/app/a.jar</filePath><identifiers><package><id>pkg:maven/org.a/b%2Bc@1.0</id></package></identifiers>
<vulnerabilities><suppressedVulnerability>${vulnerable('CVE-2020-1')}<notes>not used</notes></suppressedVulnerability></vulnerabilities></dependency>
</dependencies></analysis>`;

test.each([
  ['JSON', json],
  ['XML', xml],
])('%s: a vulnerability of a component is one result with the places of its files', (_, report) => {
  const { read, results } = readWhole(dependencyCheckReport, bytesOf(report));
  expect(results).toEqual([
    {
      kind: 'component',
      rule: 'CVE-2020-11022',
      title: 'CVE-2020-11022 in jquery',
      message: 'about it',
      severity: 'medium',
      reportedSeverity: 'MEDIUM',
      component: {
        name: 'jquery',
        version: '3.1.0',
        purl: 'pkg:javascript/jquery@3.1.0',
        path: 'app/js/jquery.min.js',
      },
      places: [{ path: 'app/js/jquery.min.js' }, { path: 'app/war/jquery.min.js' }],
      vulnerabilities: ['CVE-2020-11022'],
      weaknesses: ['CWE-79'],
      cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N'],
    },
    expect.objectContaining({
      component: { name: 'org.a:b+c', version: '1.0', purl: 'pkg:maven/org.a/b%2Bc@1.0', path: 'app/a.jar' },
      suppressed: { where: 'elsewhere', reason: 'not used' },
    }),
  ]);
  expect(read).toMatchObject({
    runs: [
      {
        toolVersion: '12.1.0',
        purposes: ['sca'],
        finishedAt: '2026-06-30T10:00:00Z',
        problems: ['Dependency-Check: an analysis failed: no network'],
      },
    ],
  });
});

test('a name that is a sentence is no id', () => {
  const named = { ...vulnerability, name: 'Regex in its jQuery.htmlPrefilter sometimes may introduce XSS' };
  const { results } = readWhole(
    dependencyCheckReport,
    bytesOf({ ...json, dependencies: [{ ...dependency, vulnerabilities: [named] }] }),
  );
  expect(results[0]?.vulnerabilities).toBeUndefined();
});

test('coordinates of Maven before 5.0', () => {
  const old = `<analysis><projectInfo/><scanInfo/><dependencies><dependency><fileName>a.jar</fileName><filePath>/a.jar</filePath><identifiers>
<identifier type="cpe"><name>cpe:/a:a:b</name></identifier><identifier type="maven"><name>(org.a:b:1.0)</name></identifier></identifiers>
<vulnerabilities><vulnerability><name>CVE-2018-1</name><cwe>CWE-20 Improper Input Validation</cwe></vulnerability></vulnerabilities></dependency></dependencies></analysis>`;
  expect(readWhole(dependencyCheckReport, bytesOf(old)).results).toMatchObject([
    { severity: 'unrated', component: { name: 'org.a:b', purl: 'pkg:maven/org.a/b@1.0' }, weaknesses: ['CWE-20'] },
  ]);
});
