// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { resultsOfFixture, shortly } from '../testing/results-of-fixture.ts';
import { flawfinderReport } from './flawfinder-report.ts';

const { run, results } = resultsOfFixture(flawfinderReport, new URL('fixtures/flawfinder-2.0.20.csv', import.meta.url));

test('every result of a real report', () => {
  expect(results.map((result) => shortly(result))).toEqual([
    'code high CWE-120 FF1001 at src/copy.c:7:5',
    'code high CWE-134 FF1016 at src/copy.c:8:5',
    'code low CWE-119 CWE-120 FF1013 at src/copy.c:5:5',
  ]);
});

test('what it says of its run', () => {
  expect(run).toMatchObject({ tool: 'flawfinder', toolVersion: '2.0.20', purposes: ['sast'], problems: [] });
});
