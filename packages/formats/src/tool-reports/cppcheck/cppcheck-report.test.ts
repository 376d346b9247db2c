// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { resultsOfFixture, shortly } from '../testing/results-of-fixture.ts';
import { cppcheckReport } from './cppcheck-report.ts';

const { run, results } = resultsOfFixture(cppcheckReport, new URL('fixtures/cppcheck-2.10.xml', import.meta.url));

test('every result of a real report', () => {
  expect(results.map((result) => shortly(result))).toEqual(['code high CWE-476 nullPointer at src/copy.c:10:17']);
});

test('what it says of its run', () => {
  expect(run).toMatchObject({ tool: 'cppcheck', toolVersion: '2.10', purposes: ['sast'], problems: [] });
});
