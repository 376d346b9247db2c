// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { govulncheckReport } from './govulncheck-report.ts';

const config = {
  config: {
    protocol_version: 'v1.0.0',
    scanner_name: 'govulncheck',
    scanner_version: 'v1.1.4',
    db_last_modified: '2026-06-01T00:00:00Z',
  },
};
const osv = {
  id: 'GO-2021-0113',
  aliases: ['CVE-2021-38561'],
  summary: 'Out-of-bounds read',
  details: 'about it',
  database_specific: { url: 'https://example.org/GO-2021-0113' },
};
const sink = { module: 'golang.org/x/text', version: 'v0.3.5', package: 'golang.org/x/text/language' };
const finding = (trace: readonly object[]): object => ({ finding: { osv: osv.id, fixed_version: 'v0.3.7', trace } });
const stream = [
  config,
  { progress: { message: 'Scanning' } },
  { osv },
  { osv: { ...osv, id: 'GO-2020-0015' } },
  finding([{ module: sink.module, version: sink.version }]),
  finding([
    { ...sink, function: 'Parse', position: { filename: '/root/go/pkg/mod/golang.org/x/text/parse.go', line: 228 } },
    {
      module: 'example.org/app',
      package: 'example.org/app',
      function: 'main',
      position: { filename: 'main.go', line: 12, column: 20 },
    },
  ]),
];
const called = {
  kind: 'component',
  rule: 'GO-2021-0113',
  title: 'Out-of-bounds read',
  message: 'The code calls a vulnerable symbol (Parse).\nabout it',
  severity: 'unrated',
  confidence: 'high',
  component: { name: 'golang.org/x/text', version: 'v0.3.5', purl: 'pkg:golang/golang.org/x/text@v0.3.5' },
  vulnerabilities: ['GO-2021-0113', 'CVE-2021-38561'],
  fixedVersions: ['v0.3.7'],
  places: [{ path: 'main.go', startLine: 12, startColumn: 20 }],
  help: 'https://example.org/GO-2021-0113',
};

test.each([
  ['a stream', stream.map((message) => JSON.stringify(message, null, 2)).join('\n')],
  ['a list', JSON.stringify(stream)],
])('%s of messages: a vulnerability of a module is one result, as sure as the nearest reach', (_, text) => {
  const { read, results } = readWhole(govulncheckReport, bytesOf(text));
  expect(results).toEqual([called]);
  expect(read).toMatchObject({
    runs: [{ tool: 'govulncheck', toolVersion: 'v1.1.4', databaseAt: '2026-06-01T00:00:00Z' }],
  });
});

test('the single object before 1.0, an entry a symbol', () => {
  const entry = { OSV: osv, Symbol: 'Parse', ModPath: 'golang.org/x/text', CallSink: 0, ImportSink: 7, RequireSink: 3 };
  const report = {
    Calls: {},
    Imports: {},
    Requires: { Modules: { 3: { Path: 'golang.org/x/text', Version: 'v0.3.5' } } },
    Vulns: [entry, { ...entry, Symbol: 'MatchStrings' }],
  };
  const { results } = readWhole(govulncheckReport, bytesOf(report));
  expect(results).toMatchObject([
    {
      rule: 'GO-2021-0113',
      confidence: 'medium',
      component: { purl: 'pkg:golang/golang.org/x/text@v0.3.5' },
      message:
        'The code imports a vulnerable package, and is not seen to call a vulnerable symbol (Parse, MatchStrings).\nabout it',
    },
  ]);
});
