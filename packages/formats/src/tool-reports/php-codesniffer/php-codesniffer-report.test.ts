// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { shortly } from '../testing/results-of-fixture.ts';
import { phpCodesnifferReport } from './php-codesniffer-report.ts';

test('messages by file; the type decides', () => {
  const report = {
    totals: { errors: 1, warnings: 1, fixable: 0 },
    files: {
      '/builds/app/a.php': {
        messages: [
          { message: 'XSS', source: 'Security.BadFunctions.EasyXSS', severity: 5, type: 'ERROR', line: 3, column: 7 },
          { message: 'Type', source: 'Security.Misc.TypeJuggle', severity: 5, type: 'WARNING', line: 4, column: 1 },
        ],
      },
    },
  };
  expect(readWhole(phpCodesnifferReport, bytesOf(report)).results.map((result) => shortly(result))).toEqual([
    'code high Security.BadFunctions.EasyXSS at builds/app/a.php:3:7',
    'code medium Security.Misc.TypeJuggle at builds/app/a.php:4:1',
  ]);
});
