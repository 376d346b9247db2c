// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { hadolintReport } from './hadolint-report.ts';

test('rules about Dockerfiles and the shell in them', () => {
  const report = [
    {
      line: 9,
      column: 1,
      code: 'DL3008',
      file: 'a\\Dockerfile',
      level: 'warning',
      message: 'Pin versions in apt get install.',
    },
    {
      line: 2,
      column: 5,
      code: 'SC2086',
      file: 'Dockerfile',
      level: 'info',
      message: 'Double quote to prevent globbing.',
    },
  ];
  expect(hadolintReport.recognise({ syntax: 'json', sample: report })).toBe(true);
  expect(readWhole(hadolintReport, bytesOf(report))).toMatchObject({
    read: { runs: [{ tool: 'hadolint', purposes: ['iac-scan'] }] },
    results: [
      {
        kind: 'configuration',
        rule: 'DL3008',
        title: 'Pin versions in apt get install.',
        severity: 'medium',
        places: [{ path: 'a/Dockerfile', startLine: 9, startColumn: 1 }],
      },
      { rule: 'SC2086', severity: 'low' },
    ],
  });
});
