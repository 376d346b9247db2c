// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { resultsOfFixture, shortly } from '../testing/results-of-fixture.ts';
import { banditReport } from './bandit-report.ts';

const { run, results } = resultsOfFixture(banditReport, new URL('fixtures/bandit-1.9.json', import.meta.url));

test('every result of a real report', () => {
  expect(results.map((result) => shortly(result))).toEqual([
    'code low CWE-78 B404 at app/run.py:2:1',
    'secret low CWE-259 B105 at app/run.py:4:12',
    'code high CWE-78 B602 at app/run.py:8:12',
  ]);
});

test('what it says of its run', () => {
  expect(run).toMatchObject({ tool: 'bandit', toolVersion: null, purposes: ['sast'], problems: [] });
});

test.each(['correct-horse-battery'])('%s, which it shows as a secret, is not taken over', (secret) => {
  expect(JSON.stringify(results)).not.toContain(secret);
});
