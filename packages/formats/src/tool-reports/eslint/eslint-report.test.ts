// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { resultsOfFixture, shortly } from '../testing/results-of-fixture.ts';
import { eslintReport } from './eslint-report.ts';

const { run, results } = resultsOfFixture(eslintReport, new URL('fixtures/eslint-9.json', import.meta.url));

test('every result of a real report', () => {
  expect(results.map((result) => shortly(result))).toEqual([
    'code high no-eval at builds/sample/web/server.js:6:3',
    'code medium no-unused-vars at builds/sample/web/server.js:11:7',
    'code high no-eval at builds/sample/web/server.js:8:3 (suppressed in source)',
  ]);
});

test('what it says of its run', () => {
  expect(run).toMatchObject({ tool: 'eslint', toolVersion: null, purposes: ['lint'], problems: [] });
});
