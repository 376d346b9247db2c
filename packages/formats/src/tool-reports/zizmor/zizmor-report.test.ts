// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { resultsOfFixture, shortly } from '../testing/results-of-fixture.ts';
import { zizmorReport } from './zizmor-report.ts';

const { run, results } = resultsOfFixture(zizmorReport, new URL('fixtures/zizmor-1.32.json', import.meta.url));

test('every result of a real report', () => {
  expect(results.map((result) => shortly(result))).toEqual([
    'configuration medium artipacked at .github/workflows/ci.yml:7:9',
    'configuration medium excessive-permissions at .github/workflows/ci.yml:4:3',
    'configuration high dangerous-triggers at .github/workflows/ci.yml:2:1',
    'configuration high template-injection at .github/workflows/ci.yml:8:24',
    'configuration high unpinned-uses at .github/workflows/ci.yml:7:15',
  ]);
});

test('what it says of its run', () => {
  expect(run).toMatchObject({ tool: 'zizmor', toolVersion: null, purposes: ['workflow-lint'], problems: [] });
});
