// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { cyclonedxReport } from './cyclonedx-report.ts';

const json = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: { timestamp: '2026-06-30T10:00:00Z', tools: { components: [{ name: 'trivy', version: '0.60.0' }] } },
  components: [
    {
      'bom-ref': 'outer',
      name: 'outer',
      components: [{ 'bom-ref': 'ref-a', group: '@scope', name: 'a', version: '1', purl: 'pkg:npm/%40scope/a@1' }],
    },
  ],
  vulnerabilities: [
    {
      id: 'CVE-2026-1',
      source: { url: 'https://example.org/1' },
      references: [{ id: 'GHSA-a' }],
      ratings: [
        { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', method: 'CVSSv31' },
        { severity: 'high', method: 'other', vector: 'mine' },
      ],
      cwes: [79],
      description: 'about it',
      affects: [{ ref: 'ref-a' }, { ref: 'pkg:npm/elsewhere@2' }],
    },
    {
      id: 'CVE-2026-2',
      analysis: { state: 'not_affected', justification: 'code_not_present', detail: 'removed' },
      affects: [{ ref: 'ref-a' }],
    },
    { id: 'CVE-2026-3', analysis: { state: 'resolved' } },
  ],
};

test('a vulnerability and an affected component is one result; its analysis is kept', () => {
  const { read, results } = readWhole(cyclonedxReport, bytesOf(json));
  expect(results).toMatchObject([
    {
      rule: 'CVE-2026-1',
      severity: 'high',
      component: { name: '@scope/a', version: '1', purl: 'pkg:npm/%40scope/a@1' },
      vulnerabilities: ['CVE-2026-1', 'GHSA-a'],
      weaknesses: ['CWE-79'],
      cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N'],
    },
    { component: { name: 'pkg:npm/elsewhere@2', purl: 'pkg:npm/elsewhere@2' } },
    {
      rule: 'CVE-2026-2',
      severity: 'unrated',
      suppressed: { where: 'elsewhere', reason: 'not_affected: code_not_present: removed' },
    },
    { rule: 'CVE-2026-3', gone: true },
  ]);
  expect(read).toMatchObject({
    runs: [{ tool: 'trivy', toolVersion: '0.60.0', purposes: ['sca'], finishedAt: '2026-06-30T10:00:00Z' }],
  });
});

test.each([
  [
    '1.4 and later',
    `<vulnerabilities><vulnerability><id>CVE-2026-1</id><ratings><rating><severity>high</severity><method>CVSSv31</method><vector>v</vector></rating></ratings>
<cwes><cwe>79</cwe></cwes><affects><target><ref>ref-a</ref></target></affects></vulnerability></vulnerabilities>`,
    '',
  ],
  [
    'the extension before, at the component',
    '',
    `<v:vulnerabilities><v:vulnerability ref="ref-a"><v:id>CVE-2026-1</v:id><v:ratings><v:rating><v:severity>High</v:severity><v:method>CVSSv3</v:method><v:vector>v</v:vector></v:rating></v:ratings><v:cwes><v:cwe>79</v:cwe></v:cwes></v:vulnerability></v:vulnerabilities>`,
  ],
])('XML: %s', (_, atEnd, atComponent) => {
  const bom = `<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.4" xmlns:v="http://cyclonedx.org/schema/ext/vulnerability/1.0">
<components><component bom-ref="ref-a"><name>a</name><version>1</version><purl>pkg:npm/a@1</purl>${atComponent}</component></components>${atEnd}</bom>`;
  expect(readWhole(cyclonedxReport, bytesOf(bom)).results).toMatchObject([
    {
      rule: 'CVE-2026-1',
      severity: 'high',
      component: { name: 'a', version: '1', purl: 'pkg:npm/a@1' },
      weaknesses: ['CWE-79'],
      cvss: ['v'],
    },
  ]);
});

test('a bill of materials without vulnerabilities has no results', () => {
  expect(readWhole(cyclonedxReport, bytesOf({ ...json, vulnerabilities: [] }))).toMatchObject({
    read: { state: 'parsed' },
    results: [],
  });
});
