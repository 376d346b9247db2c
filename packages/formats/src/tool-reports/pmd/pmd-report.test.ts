// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { pmdReport } from './pmd-report.ts';

const header = '"Problem","Package","File","Priority","Line","Description","Rule set","Rule"\n';

test('a line a violation', () => {
  const text = `${header}"1","a.b","src/A.java","2","9","Do not hard code ""keys""","Security","HardCodedCryptoKey"\n`;
  expect(readWhole(pmdReport, bytesOf(text)).results).toEqual([
    {
      kind: 'code',
      rule: 'HardCodedCryptoKey',
      title: 'HardCodedCryptoKey',
      message: 'Do not hard code "keys"',
      severity: 'high',
      reportedSeverity: '2',
      places: [{ path: 'src/A.java', startLine: 9, symbol: 'a.b' }],
    },
  ]);
});

test('a formula in a cell is text like any other', () => {
  const text = `${header}"1","","=cmd|'/c calc'!A0","3","9","=HYPERLINK(1)","S","R"\n`;
  expect(readWhole(pmdReport, bytesOf(text)).results[0]?.message).toBe('=HYPERLINK(1)');
});
