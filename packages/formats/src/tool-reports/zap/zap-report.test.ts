// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { zapReport } from './zap-report.ts';

const json = {
  '@programName': 'ZAP',
  '@version': '2.16.1',
  '@generated': 'Tue, 30 Jun 2026 12:00:00',
  created: '2026-06-30T10:00:00Z',
  site: [
    {
      '@name': 'https://example.org',
      alerts: [
        {
          pluginid: '10038',
          alertRef: '10038-1',
          name: 'CSP Header Not Set',
          riskcode: '2',
          confidence: '3',
          riskdesc: 'Medium (High)',
          desc: '<p>One &amp; two.</p><p>Three.</p>',
          cweid: '693',
          instances: [
            { uri: 'https://example.org/?token=secret', method: 'GET', param: '' },
            { uri: 'https://user:pass@example.org/a', method: 'POST', param: 'p' },
          ],
        },
      ],
    },
  ],
};
const xml = `<?xml version="1.0"?><OWASPZAPReport version="2.16.1" generated="Tue, 30 Jun 2026 12:00:00" created="2026-06-30T10:00:00Z"><site name="https://example.org"><alerts><alertitem>
<pluginid>10038</pluginid><alertRef>10038-1</alertRef><name>CSP Header Not Set</name><riskcode>2</riskcode><confidence>3</confidence>
<riskdesc>Medium (High)</riskdesc><desc>&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;</desc><cweid>693</cweid>
<instances><instance><uri>https://example.org/?token=secret</uri><method>GET</method><param></param></instance>
<instance><uri>https://user:pass@example.org/a</uri><method>POST</method><param>p</param></instance></instances>
</alertitem></alerts></site></OWASPZAPReport>`;

test.each([
  ['JSON', json],
  ['XML', xml],
])('%s: an alert is one result with the addresses of its instances', (_, report) => {
  const { read, results } = readWhole(zapReport, bytesOf(report));
  expect(results).toEqual([
    {
      kind: 'dynamic',
      rule: '10038-1',
      title: 'CSP Header Not Set',
      message: 'One & two.\nThree.',
      severity: 'medium',
      reportedSeverity: 'Medium (High)',
      confidence: 'high',
      web: { url: 'https://example.org/?token', method: 'GET' },
      alsoAt: [{ url: 'https://example.org/a', method: 'POST', parameter: 'p' }],
      weaknesses: ['CWE-693'],
    },
  ]);
  expect(read).toMatchObject({
    runs: [{ tool: 'ZAP', toolVersion: '2.16.1', purposes: ['dast'], finishedAt: '2026-06-30T10:00:00Z' }],
  });
});

test('what a person called a false positive is suppressed', () => {
  const [site] = json.site;
  const alerts = site?.alerts.map((alert) => ({ ...alert, confidence: '0' }));
  const { results } = readWhole(zapReport, bytesOf({ ...json, site: [{ ...site, alerts }] }));
  expect(results).toMatchObject([{ suppressed: { where: 'elsewhere', reason: 'false positive' } }]);
});
