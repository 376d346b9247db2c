// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { nucleiReport } from './nuclei-report.ts';

const found = {
  'template-id': 'CVE-2026-1',
  info: {
    name: 'A flaw',
    severity: 'critical',
    description: 'about it',
    classification: {
      'cve-id': ['cve-2026-1'],
      'cwe-id': ['cwe-79'],
      'cvss-metrics': 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N',
    },
    reference: ['https://example.org/a'],
  },
  type: 'http',
  'matcher-name': 'header',
  host: 'https://example.org',
  'matched-at': 'https://example.org/a?token=secret',
  'extracted-results': ['a secret'],
};
const elsewhere = { ...found, 'matched-at': 'https://example.org/b' };
const network = {
  templateID: 'ssh',
  info: { name: 'SSH', severity: 'unknown' },
  type: 'network',
  matched: 'example.org:22',
};

test.each([
  ['JSON lines', [found, elsewhere, network].map((line) => JSON.stringify(line)).join('\n')],
  ['a list', JSON.stringify([found, elsewhere, network])],
])('%s: a template, matcher and host is one result with the addresses that matched', (_, text) => {
  expect(readWhole(nucleiReport, bytesOf(text)).results).toEqual([
    {
      kind: 'dynamic',
      rule: 'CVE-2026-1:header',
      title: 'A flaw',
      message: 'about it\nSeen at https://example.org/a',
      severity: 'critical',
      reportedSeverity: 'critical',
      web: { url: 'https://example.org/a?token' },
      alsoAt: [{ url: 'https://example.org/b' }],
      vulnerabilities: ['CVE-2026-1'],
      weaknesses: ['CWE-79'],
      cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N'],
      help: 'https://example.org/a',
    },
    expect.objectContaining({ rule: 'ssh', severity: 'unrated', message: 'Seen at example.org:22' }),
  ]);
});
