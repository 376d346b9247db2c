// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { resultsOfFixture, shortly } from '../testing/results-of-fixture.ts';
import { detectSecretsReport } from './detect-secrets-report.ts';

const { run, results } = resultsOfFixture(
  detectSecretsReport,
  new URL('fixtures/detect-secrets-1.5.json', import.meta.url),
);

test('every result of a real report', () => {
  expect(results.map((result) => shortly(result))).toEqual([
    'secret unrated Secret Keyword at app/run.py:4',
    'secret unrated Hex High Entropy String at cmd/main.go:10',
    'secret unrated Secret Keyword at cmd/main.go:10',
    'secret unrated Secret Keyword at web/server.js:11',
  ]);
});

test('what it says of its run', () => {
  expect(run).toMatchObject({ tool: 'detect-secrets', toolVersion: '1.5.0', purposes: ['secret-scan'], problems: [] });
});
