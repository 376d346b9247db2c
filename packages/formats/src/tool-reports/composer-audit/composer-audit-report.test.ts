// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { composerAuditReport } from './composer-audit-report.ts';

const advisory = {
  advisoryId: 'PKSA-1',
  affectedVersions: '>=2.0,<2.1',
  title: 'A flaw',
  cve: 'CVE-2026-1',
  link: 'https://example.org/a',
  sources: [
    { name: 'GitHub', remoteId: 'GHSA-a' },
    { name: 'FriendsOfPHP', remoteId: 'twig/twig/CVE-2026-1.yaml' },
  ],
  severity: 'high',
};

test('advisories by package, as lists or maps, and those that are ignored', () => {
  const report = {
    advisories: {
      'twig/twig': [advisory],
      'symfony/http-kernel': { 2: { ...advisory, advisoryId: 'PKSA-2', severity: null } },
    },
    'ignored-advisories': { 'twig/twig': [{ ...advisory, advisoryId: 'PKSA-3', ignoreReason: 'not reachable' }] },
    abandoned: [],
  };
  expect(readWhole(composerAuditReport, bytesOf(report)).results).toMatchObject([
    {
      rule: 'PKSA-1',
      severity: 'high',
      component: { name: 'twig/twig', purl: 'pkg:composer/twig/twig', path: 'composer.lock' },
      vulnerabilities: ['PKSA-1', 'CVE-2026-1', 'GHSA-a'],
      message: 'Affected versions: >=2.0,<2.1',
    },
    { rule: 'PKSA-2', severity: 'unrated' },
    { rule: 'PKSA-3', suppressed: { where: 'elsewhere', reason: 'not reachable' } },
  ]);
});

test('nothing found is an empty list', () => {
  const sample = { advisories: [], abandoned: [] };
  expect(composerAuditReport.recognise({ syntax: 'json', sample })).toBe(true);
  expect(readWhole(composerAuditReport, bytesOf(sample)).results).toEqual([]);
});
