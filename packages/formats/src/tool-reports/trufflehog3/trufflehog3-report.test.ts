// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { trufflehog3Report } from './trufflehog3-report.ts';

test('a secret with the severity that the tool gives it, without the secret and its context', () => {
  const entry = {
    rule: { id: 'high-entropy', message: 'High Entropy', severity: 'LOW' },
    path: 'env-file.txt',
    line: '10',
    secret: 'hunter2-hunter2',
    context: { '10': 'KEY=hunter2-hunter2' },
    id: '7bcea5c8',
    commit: 'abc',
    message: 'Add KEY=hunter2-hunter2',
  };
  expect(readWhole(trufflehog3Report, bytesOf([entry])).results).toEqual([
    {
      kind: 'secret',
      rule: 'high-entropy',
      title: 'High Entropy',
      severity: 'low',
      reportedSeverity: 'LOW',
      places: [{ path: 'env-file.txt', startLine: 10 }],
      fingerprints: { id: '7bcea5c8', commit: 'abc' },
    },
  ]);
});
