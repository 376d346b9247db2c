// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { trufflehogV2Report } from './trufflehog-v2-report.ts';

test('a change a line; neither what was found nor the difference is taken over', () => {
  const entry = {
    branch: 'origin/main',
    commit: 'Add keys',
    commitHash: 'abc',
    diff: '+ hunter2-hunter2',
    path: 'conf/keys.ini',
    reason: 'High Entropy',
    stringsFound: ['hunter2-hunter2'],
  };
  expect(readWhole(trufflehogV2Report, bytesOf(`${JSON.stringify(entry)}\n`)).results).toEqual([
    {
      kind: 'secret',
      rule: 'High Entropy',
      title: 'High Entropy',
      severity: 'unrated',
      places: [{ path: 'conf/keys.ini' }],
      fingerprints: { commit: 'abc' },
    },
  ]);
});
