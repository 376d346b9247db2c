// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { shortly } from '../testing/results-of-fixture.ts';
import { rubocopReport } from './rubocop-report.ts';

test('offenses by file', () => {
  const location = { start_line: 3, start_column: 5, last_line: 3 };
  const report = {
    metadata: { rubocop_version: '1.13.0' },
    files: [
      { path: 'a.rb', offenses: [{ severity: 'warning', message: 'No eval', cop_name: 'Security/Eval', location }] },
      {
        path: 'b.rb',
        offenses: [{ severity: 'convention', message: 'Long', cop_name: 'Layout/LineLength', location }],
      },
    ],
  };
  const { read, results } = readWhole(rubocopReport, bytesOf(report));
  expect(results.map((result) => shortly(result))).toEqual([
    'code medium Security/Eval at a.rb:3:5',
    'code low Layout/LineLength at b.rb:3:5',
  ]);
  expect(read).toMatchObject({ runs: [{ tool: 'rubocop', toolVersion: '1.13.0', purposes: ['lint'] }] });
});
