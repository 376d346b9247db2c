// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole, streamWhole } from '../testing/read-whole.ts';
import { sarifReport } from './sarif-report.ts';

type Change = { readonly tool?: string; readonly rule?: object; readonly run?: object };
const logOf = (result: object, { tool = 'CodeQL', rule = {}, run = {} }: Change): object => ({
  version: '2.1.0',
  runs: [{ results: [result], tool: { driver: { name: tool, rules: [{ id: 'R1', ...rule }] } }, ...run }],
});
const resultsOf = (log: unknown): readonly ToolResult[] => readWhole(sarifReport, bytesOf(log)).results;
const resultOf = (result: object, change: Change = {}): ToolResult | undefined =>
  resultsOf(logOf({ ruleId: 'R1', message: { text: 'm' }, ...result }, change))[0];
const at = (artifactLocation: object, region: object = { startLine: 3 }): object => ({
  physicalLocation: { artifactLocation, region },
});

test('a result says all that the log says of it', () => {
  const rule = {
    shortDescription: { text: 'SQL injection' },
    helpUri: 'https://example.org/R1',
    properties: { tags: ['external/cwe/cwe-089'], 'security-severity': '8.8', precision: 'high' },
  };
  const codeFlows = [
    { threadFlows: [{ locations: [{ location: at({ uri: 'in.js' }) }, { location: at({ uri: 'a.js' }) }] }] },
  ];
  const location = {
    ...at({ uri: 'a.js' }, { startLine: 3, startColumn: 5, endLine: 4, snippet: { text: 'run(x)' } }),
    logicalLocations: [{ fullyQualifiedName: 'a.b' }],
  };
  expect(
    resultOf({ locations: [location], codeFlows, partialFingerprints: { 'line/v1': 'abc', email: 'a@b.c' } }, { rule }),
  ).toEqual({
    kind: 'code',
    rule: 'R1',
    title: 'SQL injection',
    message: 'm',
    severity: 'high',
    reportedSeverity: '8.8',
    confidence: 'high',
    places: [
      { path: 'a.js', startLine: 3, endLine: 4, startColumn: 5, snippet: 'run(x)', symbol: 'a.b' },
      { path: 'in.js', startLine: 3 },
      { path: 'a.js', startLine: 3 },
    ],
    weaknesses: ['CWE-89'],
    fingerprints: { 'line/v1': 'abc' },
    help: 'https://example.org/R1',
  });
});

test.each<readonly [string, object, object, Partial<ToolResult>]>([
  ['level', { level: 'error' }, {}, { severity: 'high', reportedSeverity: 'error' }],
  ['level of the rule', {}, { defaultConfiguration: { level: 'note' } }, { severity: 'low', reportedSeverity: 'note' }],
  ['nothing: the standard says warning', {}, {}, { severity: 'medium', reportedSeverity: 'warning' }],
  ['no failure: nobody rated it', { kind: 'review' }, {}, { severity: 'unrated', reportedSeverity: 'none' }],
  ['a score', { level: 'note' }, { properties: { 'security-severity': '9.1' } }, { severity: 'critical' }],
  ['a score that is none', { level: 'note' }, { properties: { 'security-severity': '99' } }, { severity: 'low' }],
  [
    'a word',
    { properties: { issue_severity: 'HIGH', issue_confidence: 'LOW' } },
    {},
    { severity: 'high', confidence: 'low' },
  ],
])('severity by %s', (_, result, rule, expected) => {
  expect(resultOf(result, { rule })).toMatchObject(expected);
});

test('what passed is no result; what is gone and what is suppressed says so', () => {
  expect(resultOf({ kind: 'pass' })).toBeUndefined();
  expect(resultOf({ kind: 'notApplicable' })).toBeUndefined();
  expect(resultOf({ baselineState: 'absent' })?.gone).toBe(true);
  expect(resultOf({ suppressions: [{ kind: 'inSource', justification: 'test data' }] })?.suppressed).toEqual({
    where: 'source',
    reason: 'test data',
  });
  expect(resultOf({ suppressions: [{ kind: 'external' }] })?.suppressed).toEqual({ where: 'elsewhere' });
  expect(resultOf({ suppressions: [{ kind: 'external', status: 'rejected' }] })?.suppressed).toBeUndefined();
});

describe('paths', () => {
  const run = {
    originalUriBaseIds: {
      ROOT: { uri: 'file:///home/ci/project/' },
      SRC: { uri: 'src/', uriBaseId: 'ROOT' },
      LOOP: { uri: 'x', uriBaseId: 'LOOP' },
    },
    artifacts: [{ location: { uri: 'lib/b%20c.js', uriBaseId: 'SRC' } }],
  };
  test.each<readonly [object, string | undefined]>([
    [{ uri: 'a.js', uriBaseId: 'SRC' }, 'src/a.js'],
    [{ uri: 'a.js', uriBaseId: 'ROOT' }, 'a.js'],
    [{ uri: 'a.js', uriBaseId: '%SRCROOT%' }, 'a.js'],
    [{ index: 0 }, 'src/lib/b c.js'],
    [{ index: 7 }, undefined],
    [{ uri: 'file:///home/ci/project/src/a.js' }, 'src/a.js'],
    [{ uri: 'file:///C:/other/a.js' }, 'other/a.js'],
    [{ uri: '../../etc/passwd', uriBaseId: 'ROOT' }, undefined],
    [{ uri: '%2e%2e/%2e%2e/etc/passwd' }, undefined],
    [{ uri: 'a%zz.js' }, 'a%zz.js'],
    [{ uri: 'a.js', uriBaseId: '__proto__' }, 'a.js'],
    [{ uri: 'a.js', uriBaseId: 'LOOP' }, 'x/x/x/x/x/x/x/x/a.js'],
  ])('%j', (artifactLocation, path) => {
    expect(resultOf({ locations: [at(artifactLocation)] }, { run })?.places?.[0].path).toBe(path);
  });
});

test.each<readonly [string, string, object, object, Partial<ToolResult>]>([
  ['secret scanner', 'gitleaks', {}, {}, { kind: 'secret' }],
  ['configuration scanner', 'checkov', {}, {}, { kind: 'configuration' }],
  ['workflow linter', 'zizmor', {}, {}, { kind: 'configuration' }],
  [
    'Semgrep on secrets',
    'Semgrep OSS',
    { ruleId: 'generic.secrets.security.detected-aws-key' },
    {},
    { kind: 'secret' },
  ],
  ['unknown tool, by tag', 'My Tool', {}, { properties: { tags: ['secret'] } }, { kind: 'secret' }],
  ['unknown tool, by weakness', 'My Tool', {}, { properties: { tags: ['CWE-798'] } }, { kind: 'secret' }],
  ['a tool for code, by weakness', 'gosec', {}, { properties: { tags: ['CWE-798'] } }, { kind: 'secret' }],
  ['its own name before the rule', 'zizmor', { ruleId: 'zizmor/artipacked' }, {}, { rule: 'artipacked' }],
  ['unknown tool', 'My Tool', {}, {}, { kind: 'code' }],
  ['component without a name', 'Snyk Open Source', {}, {}, { kind: 'code' }],
  [
    'Trivy',
    'Trivy',
    {
      ruleId: 'CVE-2023-1234',
      message: {
        text: 'Package: @babel/core\nInstalled Version: 7.1.0\nVulnerability CVE-2023-1234\nSeverity: HIGH\nFixed Version: 7.2.0, 8.0.0\nLink: x',
      },
      locations: [at({ uri: 'package-lock.json' })],
    },
    { properties: { tags: ['vulnerability', 'security', 'HIGH'] } },
    {
      kind: 'component',
      component: { name: '@babel/core', version: '7.1.0', path: 'package-lock.json' },
      vulnerabilities: ['CVE-2023-1234'],
      fixedVersions: ['7.2.0', '8.0.0'],
    },
  ],
  [
    'Grype',
    'Grype',
    {
      ruleId: 'GHSA-jfh8-c2jp-5v3q-log4j-core',
      message: {
        text: 'A critical vulnerability in java-archive package: log4j-core, version 2.14.1 was found at: /app.jar',
      },
    },
    { properties: { purls: ['pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1'] } },
    {
      component: {
        name: 'org.apache.logging.log4j/log4j-core',
        version: '2.14.1',
        purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
      },
      vulnerabilities: ['GHSA-jfh8-c2jp-5v3q'],
    },
  ],
  [
    'OSV-Scanner',
    'osv-scanner',
    {
      ruleId: 'CVE-2021-3281',
      message: {
        text: "Package 'django@1.11.29' is vulnerable to 'CVE-2021-3281' (also known as 'GHSA-fvgf-6h6h-3322').",
      },
    },
    { deprecatedIds: ['CVE-2021-3281', 'PYSEC-2021-9'] },
    {
      component: { name: 'django', version: '1.11.29' },
      vulnerabilities: ['CVE-2021-3281', 'PYSEC-2021-9', 'GHSA-fvgf-6h6h-3322'],
    },
  ],
  [
    'Snyk',
    'Snyk Open Source',
    { ruleId: 'SNYK-JS-LODASH-567746', locations: [{ logicalLocations: [{ fullyQualifiedName: 'lodash@4.17.15' }] }] },
    {},
    { component: { name: 'lodash', version: '4.17.15' }, vulnerabilities: ['SNYK-JS-LODASH-567746'] },
  ],
])('what it is about: %s', (...[, tool, result, rule, expected]) => {
  expect(
    resultOf(result, { tool, rule: { id: (result as { readonly ruleId?: string }).ruleId ?? 'R1', ...rule } }),
  ).toMatchObject(expected);
});

test('a secret leaves neither as snippet nor in the message', () => {
  const secret = 'hunter2-correct-horse';
  const result = resultOf(
    {
      message: { text: `found ${secret} here` },
      locations: [at({ uri: 'a.env' }, { startLine: 1, snippet: { text: `${secret}\n` } })],
    },
    { tool: 'gitleaks' },
  );
  expect(result).toMatchObject({ message: 'found *** here', places: [{ path: 'a.env', startLine: 1 }] });
  expect(JSON.stringify(result)).not.toContain(secret);
});

test('messages by id, with arguments; links are words, escapes stay data', () => {
  const rule = { messageStrings: { default: { text: '{0} is {{odd}} at [here](1) {9}' } } };
  expect(resultOf({ message: { id: 'default', arguments: ['x\u001b[31m'] } }, { rule })?.message).toBe(
    'x\u001b[31m is {odd} at here {9}',
  );
});

test('an address is a place of the web', () => {
  expect(resultOf({ locations: [at({ uri: 'https://u:p@example.org/a?q=1' })] }, { tool: 'ZAP' })).toMatchObject({
    kind: 'dynamic',
    web: { url: 'https://example.org/a?q' },
  });
});

test('runs keep their numbers; what stands behind the results counts for them; of members that come again the last', () => {
  const text = `{"version":"2.1.0","runs":[{"results":[{"ruleId":"old"}],"results":[{"ruleId":"A"}],
    "tool":{"driver":{"name":"one","rules":[{"id":"A","name":"late"}]}}},{"tool":{"driver":{"name":"two"}},"results":[{"ruleId":"B"}]}]}`;
  const taken: string[] = [];
  const read = sarifReport.parse(bytesOf(text), ({ rule, title }, run) => taken.push(`${run} ${rule} ${title}`));
  expect(taken).toEqual(['0 A late', '1 B B']);
  expect(read.state === 'parsed' && read.runs.map(({ tool, completed }) => [tool, completed])).toEqual([
    ['one', null],
    ['two', null],
  ]);
});

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('hostile logs', () => {
  test.each([
    ['nested deep in a result', `{"version":"2.1.0","runs":[{"results":[{"a":${deep(100_000)}}]}]}`, 'too-large'],
    ['nested deep beside results', `{"version":"2.1.0","x":${deep(100_000)},"runs":[]}`, 'too-large'],
    ['cut off in a result', '{"version":"2.1.0","runs":[{"results":[{"a":"', 'malformed'],
    ['broken in a result', '{"version":"2.1.0","runs":[{"results":[{"a":tru}]}]}', 'malformed'],
  ])('%s: a fault with its place, whole or streamed', async (_, text, code) => {
    const { read } = readWhole(sarifReport, bytesOf(text));
    expect(read).toMatchObject({ state: 'failed', fault: { code, line: 1 } });
    expect((await streamWhole(sarifReport, bytesOf(text), [4096]))?.read).toEqual(read);
  });

  test('a result larger than 4 MiB is passed over, and that is said', () => {
    const results = [{ ruleId: 'x'.repeat(5_000_000) }, { ruleId: 'y' }];
    const log = { version: '2.1.0', runs: [{ results, tool: {}, invocations: [{ executionSuccessful: true }] }] };
    const { read, results: found } = readWhole(sarifReport, bytesOf(log));
    expect(found.map(({ rule }) => rule)).toEqual(['y']);
    expect(read).toMatchObject({
      runs: [{ completed: null, problems: expect.arrayContaining(['1 results of more than 4 MiB were not read']) }],
    });
  });

  test('bytes that are no UTF-8 become U+FFFD', () => {
    const bytes = bytesOf(logOf({ ruleId: 'R~', message: { text: 'a~b' } }, {}));
    const latin = bytes.map((byte) => (byte === 0x7e ? 0xe9 : byte));
    expect(readWhole(sarifReport, latin).results[0]).toMatchObject({ rule: 'R\ufffd', message: 'a\ufffdb' });
  });

  test('members of prototypes are members like any other', () => {
    const text = `{"version":"2.1.0","__proto__":{"runs":[]},"runs":[{"results":[{"__proto__":{"ruleId":"P"},"constructor":1,
      "ruleId":"toString","properties":{"__proto__":{"tags":["secret"]}},"partialFingerprints":{"__proto__":"x"}}]}]}`;
    expect(resultsOf(JSON.parse(text))).toHaveLength(1);
    expect(resultsOf(text)).toMatchObject([{ rule: 'toString', kind: 'code' }]);
    expect(Object.prototype).not.toHaveProperty('ruleId');
  });
});

test('a tool for code that quotes the password in its message', () => {
  const secret = 'correct-horse-battery';
  const result = resultOf(
    {
      message: { text: `Possible hardcoded password: '${secret}'` },
      locations: [at({ uri: 'a.py' }, { startLine: 4, snippet: { text: `PASSWORD = "${secret}"\n` } })],
    },
    { tool: 'Bandit', rule: { properties: { tags: ['external/cwe/cwe-259'] } } },
  );
  expect(result).toMatchObject({ kind: 'secret', message: "Possible hardcoded password: '***'" });
  expect(JSON.stringify(result)).not.toContain(secret);
});
