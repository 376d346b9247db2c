// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { resultsOfFixture, shortly } from '../testing/results-of-fixture.ts';
import { njsscanReport } from './njsscan-report.ts';

const { run, results } = resultsOfFixture(njsscanReport, new URL('fixtures/njsscan-1.json', import.meta.url));

test('every result of a real report', () => {
  expect(results.map((result) => shortly(result))).toEqual([
    'code high CWE-95 eval_nodejs at web/server.js:6:3',
    'code high CWE-79 express_xss at web/server.js:9:3',
    'code high CWE-78 generic_os_command_exec at web/server.js:5:3',
    'secret high CWE-798 node_secret at web/server.js:11:7',
  ]);
});

test('what it says of its run', () => {
  expect(run).toMatchObject({ tool: 'njsscan', toolVersion: '1.0.2', purposes: ['sast'], problems: [] });
});

test.each(['keyboard-cat-secret'])('%s, which it shows as a secret, is not taken over', (secret) => {
  expect(JSON.stringify(results)).not.toContain(secret);
});
