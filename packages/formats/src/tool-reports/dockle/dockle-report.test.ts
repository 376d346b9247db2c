// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { dockleReport } from './dockle-report.ts';

test('checkpoints that it warns about', () => {
  const report = {
    summary: { fatal: 0, warn: 1, info: 0, pass: 1 },
    details: [
      {
        code: 'CIS-DI-0001',
        title: 'Create a user for the container',
        level: 'WARN',
        alerts: ['Last user should not be root'],
      },
      { code: 'CIS-DI-0005', title: 'passed', level: 'PASS', alerts: [] },
    ],
  };
  expect(dockleReport.recognise({ syntax: 'json', sample: report })).toBe(true);
  expect(readWhole(dockleReport, bytesOf(report)).results).toEqual([
    {
      kind: 'configuration',
      rule: 'CIS-DI-0001',
      title: 'Create a user for the container',
      message: 'Last user should not be root',
      severity: 'medium',
      reportedSeverity: 'WARN',
    },
  ]);
});
