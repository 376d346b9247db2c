// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { npmAuditReport } from '../npm-audit/npm-audit-report.ts';
import { pnpmAuditReport } from './pnpm-audit-report.ts';

const advisory = {
  id: 1_096_465,
  title: 'Prototype Pollution in minimist',
  module_name: 'minimist',
  severity: 'moderate',
  github_advisory_id: 'GHSA-vh95-rmgr-6w4m',
  cwe: 'CWE-1321',
  patched_versions: '>=1.2.3',
  findings: [
    { version: '1.2.0', paths: ['.>minimist'] },
    { version: '0.0.8', paths: ['.>mkdirp>minimist'] },
  ],
};
const report = { advisories: { 1096465: advisory }, metadata: { vulnerabilities: {}, totalDependencies: 1 } };

test('an advisory and an installed version is a result', () => {
  expect(
    readWhole(pnpmAuditReport, bytesOf(report)).results.map(({ rule, component }) => [rule, component?.purl]),
  ).toEqual([
    ['GHSA-vh95-rmgr-6w4m', 'pkg:npm/minimist@1.2.0'],
    ['GHSA-vh95-rmgr-6w4m', 'pkg:npm/minimist@0.0.8'],
  ]);
});

test('told from the report of npm 6 by the paths', () => {
  const ofNpm = { advisories: { 1: { ...advisory, findings: [{ version: '1', paths: ['mkdirp>minimist'] }] } } };
  const shapes = [report, ofNpm].map((sample) => ({ syntax: 'json' as const, sample }));
  expect(shapes.map((shape) => [pnpmAuditReport.recognise(shape), npmAuditReport.recognise(shape)])).toEqual([
    [true, false],
    [false, true],
  ]);
});
