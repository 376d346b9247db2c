// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { resultsOfFixture, shortly } from '../testing/results-of-fixture.ts';
import { gitleaksReport } from './gitleaks-report.ts';

const { run, results } = resultsOfFixture(gitleaksReport, new URL('fixtures/gitleaks-8.json', import.meta.url));

test('every result of a real report', () => {
  expect(results.map((result) => shortly(result))).toEqual(['secret unrated generic-api-key at cmd/main.go:10:6']);
});

test('what it says of its run', () => {
  expect(run).toMatchObject({ tool: 'gitleaks', toolVersion: null, purposes: ['secret-scan'], problems: [] });
});

test.each(['f62e5bcda4fae4f82370da0c6f20697b8f8447ef'])(
  '%s, which it shows as a secret, is not taken over',
  (secret) => {
    expect(JSON.stringify(results)).not.toContain(secret);
  },
);
