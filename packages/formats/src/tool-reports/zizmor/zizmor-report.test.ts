// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
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

const location = (kind: string, path: string, row: number): object => ({
  symbolic: { key: { Local: { prefix: '.', given_path: path } }, kind, annotation: `${kind} here` },
  concrete: { location: { start_point: { row, column: 4 }, end_point: { row, column: 9 } }, feature: 'run: x' },
});

test('the place that is primary first, as older versions write it; what a comment silences is told', () => {
  const finding = {
    ident: 'template-injection',
    desc: 'code injection',
    determinations: { severity: 'Informational', confidence: 'High' },
    locations: [location('Related', 'a.yml', 1), location('Primary', 'b.yml', 6)],
    ignored: true,
  };
  expect(readWhole(zizmorReport, bytesOf([finding])).results).toEqual([
    {
      kind: 'configuration',
      rule: 'template-injection',
      title: 'code injection',
      message: 'Primary here',
      severity: 'none',
      reportedSeverity: 'Informational',
      confidence: 'high',
      places: [
        { path: 'b.yml', startLine: 7, endLine: 7, startColumn: 5, snippet: 'run: x' },
        { path: 'a.yml', startLine: 2, endLine: 2, startColumn: 5, snippet: 'run: x' },
      ],
      suppressed: { where: 'source' },
    },
  ]);
});
