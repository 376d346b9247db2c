// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { resultsOfFixture, shortly } from '../testing/results-of-fixture.ts';
import { gosecReport } from './gosec-report.ts';

const { run, results } = resultsOfFixture(gosecReport, new URL('fixtures/gosec-2.json', import.meta.url));

test('every result of a real report', () => {
  expect(results.map((result) => shortly(result))).toEqual([
    'secret high CWE-798 G101 at builds/sample/cmd/main.go:10:5',
    'code high CWE-78 G702 at builds/sample/cmd/main.go:14:24',
    'code medium CWE-328 G401 at builds/sample/cmd/main.go:13:24',
    'code medium CWE-78 G204 at builds/sample/cmd/main.go:14:12 (suppressed in source)',
    'code medium CWE-327 G501 at builds/sample/cmd/main.go:4:2',
  ]);
});

test('what it says of its run', () => {
  expect(run).toMatchObject({ tool: 'gosec', toolVersion: null, purposes: ['sast'], problems: [] });
});

test.each(['f62e5bcda4fae4f82370da0c6f20697b8f8447ef'])(
  '%s, which it shows as a secret, is not taken over',
  (secret) => {
    expect(JSON.stringify(results)).not.toContain(secret);
  },
);
