// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { cargoAuditReport } from './cargo-audit-report.ts';

const found = {
  advisory: {
    id: 'RUSTSEC-2020-0071',
    package: 'time',
    title: 'Potential segfault',
    description: 'about it',
    aliases: ['CVE-2020-26235'],
    cvss: 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H',
    url: 'https://example.org/time',
  },
  versions: { patched: ['>=0.2.23'] },
  package: { name: 'time', version: '0.1.43' },
};
const report = {
  database: { 'advisory-count': 302, 'last-updated': '2021-05-12T01:59:58Z' },
  lockfile: { 'dependency-count': 1 },
  vulnerabilities: { found: true, count: 2, list: [found, found, {}] },
  warnings: { unmaintained: [{ kind: 'unmaintained', package: { name: 'old' } }] },
};

test('an advisory about a version of a crate is one result; warnings are none', () => {
  const { read, results } = readWhole(cargoAuditReport, bytesOf(report));
  expect(results).toEqual([
    {
      kind: 'component',
      rule: 'RUSTSEC-2020-0071',
      title: 'Potential segfault',
      message: 'about it',
      severity: 'unrated',
      component: { name: 'time', version: '0.1.43', purl: 'pkg:cargo/time@0.1.43', path: 'Cargo.lock' },
      vulnerabilities: ['RUSTSEC-2020-0071', 'CVE-2020-26235'],
      cvss: ['CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H'],
      fixedVersions: ['0.2.23'],
      help: 'https://example.org/time',
    },
  ]);
  expect(read).toMatchObject({
    runs: [
      {
        rules: 302,
        databaseAt: '2021-05-12T01:59:58Z',
        problems: ['cargo-audit list: one without advisory.id or package.name'],
      },
    ],
  });
});
