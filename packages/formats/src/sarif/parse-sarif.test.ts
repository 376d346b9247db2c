// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import { expect, test } from 'vitest';
import type { Unfiled } from '../imports/unfiled.ts';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseSarif } from './parse-sarif.ts';

const commit = 'b2a46a4b83674bae982095557cfe03a8b2a46a4b';
const run = (change: object = {}): object => ({
  tool: {
    driver: {
      name: 'Bandit',
      version: '1.8.0',
      rules: [{ id: 'B602', properties: { tags: ['external/cwe/cwe-078'] } }],
    },
  },
  invocations: [{ executionSuccessful: true, endTimeUtc: '2026-06-30T10:00:00Z' }],
  versionControlProvenance: [{ repositoryUri: 'https://example.com/p.git', revisionId: commit }],
  results: [],
  ...change,
});
const report = (change: object = {}): Unfiled<ScanReport> => {
  const parsed = parseSarif(bytesOf({ version: '2.1.0', runs: [run(change)] }));
  const [first] = parsed.state === 'parsed' ? parsed.found : [];
  if (first === undefined) throw new Error(JSON.stringify(parsed));
  return first;
};

test('a clean run that says all says all', () => {
  expect(report()).toEqual({
    format: 'sarif',
    tool: 'Bandit',
    toolVersion: '1.8.0',
    commit,
    completed: true,
    finishedAt: '2026-06-30T10:00:00Z',
    purposes: ['sast'],
    rules: 1,
    findings: { error: 0, warning: 0, note: 0, none: 0 },
    suppressed: 0,
    weaknesses: [],
    problems: [],
  });
});

test.each([
  ['no invocation', { invocations: [] }, null],
  ['no results, not even an empty list (§3.14.23)', { results: null }, null],
  ['results in another file', { externalPropertyFileReferences: { results: [{ location: {} }] } }, null],
  ['not successful', { invocations: [{ executionSuccessful: false }] }, false],
  [
    'one of two not successful',
    { invocations: [{ executionSuccessful: true }, { executionSuccessful: false }] },
    false,
  ],
  [
    'an error while the tool ran',
    { invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'error' }] }] },
    false,
  ],
  ['killed', { invocations: [{ executionSuccessful: true, exitSignalName: 'SIGKILL' }] }, false],
  ['failed without results', { invocations: [{ executionSuccessful: false }], results: null }, false],
  ['no word, but exit code 0', { invocations: [{ exitCode: 0 }] }, true],
  ['no word, and another exit code', { invocations: [{ exitCode: 1 }] }, null],
  ['findings made it exit 1', { invocations: [{ executionSuccessful: true, exitCode: 1 }] }, true],
])('%s', (_, change, completed) => {
  expect(report(change).completed).toBe(completed);
});

test('levels come from the result, its kind, its rule, or are warning (§3.27.10)', () => {
  const rules = [{ id: 'A', defaultConfiguration: { level: 'note' } }, { id: 'B' }];
  const results = [
    { ruleId: 'A' },
    { ruleId: 'A/1', level: 'error' },
    { ruleId: 'A/2' },
    { ruleIndex: 1 },
    { ruleId: 'unknown' },
    { ruleId: 'A', kind: 'review' },
    { ruleId: 'A', level: 'fatal' },
  ];
  const { findings, problems } = report({ tool: { driver: { name: 'x', version: '1', rules } }, results });
  expect(findings).toEqual({ error: 1, warning: 3, note: 2, none: 1 });
  expect(problems).toEqual(['SARIF §3.27.10: a level that the standard does not know, counted as warning']);
});

test('what passed, is gone, or is suppressed is no finding; a rejected suppression suppresses nothing', () => {
  const results = [
    { kind: 'pass' },
    { kind: 'notApplicable' },
    { baselineState: 'absent' },
    { suppressions: [{ kind: 'inSource' }] },
    { suppressions: [{ kind: 'external', status: 'accepted' }] },
    { suppressions: [{ status: 'accepted' }, { status: 'rejected' }] },
    { suppressions: [{ status: 'underReview' }] },
    { suppressions: [] },
  ];
  expect(report({ results })).toMatchObject({ findings: { warning: 3 }, suppressed: 2 });
});

test('weaknesses come from tags, properties and taxa of what is found', () => {
  const results = [
    { ruleId: 'B602' },
    { ruleId: 'x', properties: { cwe: ['CWE-89: SQL Injection', 'none'] } },
    { ruleId: 'y', taxa: [{ id: '22', toolComponent: { name: 'CWE' } }] },
    { ruleId: 'z', properties: { cwe: 'CWE-1004' }, suppressions: [{}] },
  ];
  expect(report({ results }).weaknesses).toEqual(['CWE-22', 'CWE-78', 'CWE-89']);
});

test('two commits are none; a property can name it; a branch is none', () => {
  const other = 'c'.repeat(40);
  const several = report({
    versionControlProvenance: [{ revisionId: commit }, { revisionId: other }],
    properties: { commit },
  });
  expect(several.commit).toBeNull();
  expect(several.problems).toHaveLength(1);
  expect(report({ versionControlProvenance: [], properties: { 'git.commit': commit } }).commit).toBe(commit);
  expect(report({ versionControlProvenance: [{ revisionId: 'main' }] })).toMatchObject({
    commit: null,
    problems: [expect.stringContaining('§3.23.4')],
  });
});

const named = (name: string, change: object = {}): object => ({ tool: { driver: { name, version: '1', ...change } } });

test.each([
  [named('CodeQL'), ['sast']],
  [named('Semgrep OSS'), ['sast']],
  [named('gitleaks'), ['secret-scan']],
  [named('Grype'), ['sca']],
  [named('OWASP ZAP'), ['dast']],
  [named('zizmor'), ['workflow-lint']],
  [named('ESLint'), ['lint']],
  [named('my own scanner'), []],
  [named('Trivy'), []],
  [
    named('Trivy', {
      rules: [
        { id: 'CVE-2026-1', name: 'LanguageSpecificPackageVulnerability', properties: { tags: ['vulnerability'] } },
      ],
    }),
    ['sca'],
  ],
  [named('Trivy', { rules: [{ id: 'DS002', properties: { tags: ['misconfiguration'] } }] }), ['iac-scan']],
  [
    { ...named('Trivy'), invocations: [{ executionSuccessful: true, commandLine: 'trivy fs --format sarif .' }] },
    ['sca', 'secret-scan'],
  ],
  [{ ...named('Trivy'), invocations: [{ executionSuccessful: true, commandLine: 'trivy config .' }] }, ['iac-scan']],
  [
    {
      ...named('Trivy'),
      invocations: [{ executionSuccessful: true, arguments: ['image', '--scanners', 'vuln', 'x'] }],
    },
    ['sca'],
  ],
  [named('SpotBugs'), ['lint']],
  [
    { tool: { driver: { name: 'SpotBugs', version: '4' }, extensions: [{ name: 'com.h3xstream.findsecbugs' }] } },
    ['sast'],
  ],
])('%j was for %j', (change, purposes) => {
  expect(report(change).purposes).toEqual(purposes);
});

test('another version or no list of runs is no log that is read', () => {
  expect(parseSarif(bytesOf({ version: '1.0.0', runs: [] }))).toMatchObject({
    fault: { because: 'SARIF 1.0.0 is not read, only 2.1.0' },
  });
  expect(parseSarif(bytesOf({ version: '2.1.0' }))).toMatchObject({ state: 'failed' });
});

test.each([
  ['gitleaks git --log-opts=--all .', true],
  ['gitleaks detect --source . --report-format sarif', true],
  ['trufflehog git file://. --json', true],
  ['gitleaks dir .', undefined],
  ['gitleaks detect --no-git', undefined],
  ['gitleaks git --log-opts=-1', undefined],
  ['gitleaks git --log-opts="--all -n5"', undefined],
  ['gitleaks git --log-opts HEAD~3..HEAD', undefined],
  ['gitleaks git --baseline-path old.json', undefined],
  ['trufflehog git file://. --since-commit HEAD~1', undefined],
])('%s: the whole history was read: %s', (commandLine, history) => {
  const invocations = [{ executionSuccessful: true, commandLine }];
  expect(report({ invocations }).history).toBe(history);
  expect(report({ invocations }).scanned).toBe(true);
});

test('what a run looked at is said by artifacts, taxonomies or properties, not by its commit alone', () => {
  expect(report().scanned).toBeUndefined();
  expect(report({ properties: { commit } }).scanned).toBeUndefined();
  expect(report({ properties: { imageName: 'product' } }).scanned).toBe(true);
  expect(report({ artifacts: [{ location: { uri: 'package-lock.json' } }] }).scanned).toBe(true);
  expect(report({ artifacts: [] }).scanned).toBeUndefined();
  expect(report({ taxonomies: [{ name: 'CWE' }] }).scanned).toBe(true);
});
