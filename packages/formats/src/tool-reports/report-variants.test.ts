// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { readReport } from './read-report.ts';

/** The parser that reads it, and the rules and places of what comes out. */
async function read(text: string): Promise<readonly string[]> {
  const bytes = bytesOf(text);
  const rules: string[] = [];
  const open = async function* (): AsyncIterable<Uint8Array> {
    yield bytes;
  };
  const report = await readReport({ size: bytes.length, open }, ({ rule, places }) => {
    const [place] = places ?? [];
    rules.push(place === undefined ? rule : `${rule} at ${place.path}:${place.startLine ?? ''}`);
  });
  return report.state === 'failed' ? [report.fault.because] : [...report.runs.map(({ format }) => format), ...rules];
}

const lines = (...values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join('\r\n');
const change = (path: string, commitHash: string): object => ({
  branch: 'main',
  commit: 'Add',
  commitHash,
  date: '2020-01-02 03:04:05',
  diff: '+ abc',
  path,
  reason: 'High Entropy',
  stringsFound: ['abc'],
});
const leak = (rule: string, lineNumber: number): object => ({
  line: 'key = abc',
  lineNumber,
  offender: 'abc',
  commit: 'c1',
  rule,
  file: 'a.py',
});
const controls = (id: string): object => ({
  id,
  version: '1.5',
  text: 'Master',
  node_type: 'master',
  tests: [{ section: '1.1', desc: 'API', results: [{ test_number: `${id}.1`, test_desc: 'No', status: 'FAIL' }] }],
});
const smell = { code: 'SC2086', file: 'Dockerfile', line: 4, column: 1, level: 'info' };
const gosecIssue = { severity: 'LOW', confidence: 'HIGH', rule_id: 'G104', details: 'Unhandled', file: '/a/b.go' };
const match = { vulnerability: { id: 'CVE-2024-1' }, artifact: { name: 'a', version: '1' }, matchDetails: [] };
const semgrep = (line: number, col: number, more = {}): object => ({
  check_id: 'a.b',
  path: 'a.py',
  start: { line, col },
  extra: { message: 'x', severity: 'ERROR', metadata: {}, ...more },
});
const warning = { warning_type: 'SQL Injection', check_name: 'SQL', message: 'x', file: 'a.rb', confidence: 'High' };
const burp = (type: string, name: string, host: string): string =>
  `<issue><type>${type}</type><name>${name}</name><host ip="192.0.2.1">${host}</host><path>/</path><severity>High</severity></issue>`;
const njsscan = { metadata: { severity: 'ERROR' } };
const violation = {
  rule_id: 'AC_1',
  rule_name: 'x',
  resource_name: 'a',
  resource_type: 'b',
  file: 'a.tf',
  severity: 'LOW',
};
const platform = { match_based_id: 'f1', rule_name: 'r', severity: 'high', location: { file_path: 'a.py', line: 2 } };
const page = { paging: { pageIndex: 1, pageSize: 100, total: 0 } };
const control = { id: '5.1', name: 'Limit roles', severity: 'HIGH' };

const variants: readonly (readonly [what: string, report: string | object, read: readonly string[]])[] = [
  ['Gitleaks 1', [{ ...leak('AWS', 1), rule: undefined, reason: 'AWS' }], ['gitleaks', 'AWS at a.py:1']],
  [
    'Gitleaks 7, two rules for one secret',
    [leak('AWS', 1), leak('Any', 1), leak('AWS', 2)],
    ['gitleaks', 'AWS at a.py:1', 'AWS at a.py:2'],
  ],
  [
    'truffleHog3 of 2020',
    [change('a', '1'), change('a', '2'), change('b', '1')],
    ['trufflehog3', 'High Entropy at a:', 'High Entropy at b:'],
  ],
  ['TruffleHog 2, CRLF', lines(change('a', '1'), change('a', '2')), ['trufflehog-v2', 'High Entropy at a:']],
  [
    'TruffleHog 3 that found nothing, with its log',
    lines(
      { level: 'info-0', ts: 'x', logger: 'trufflehog', msg: 'running source' },
      { level: 'info-0', ts: 'x', logger: 'trufflehog', msg: 'finished' },
    ),
    ['trufflehog'],
  ],
  [
    'detect-secrets 0.14, which names the file once',
    {
      generated_at: '2020-01-02T03:04:05Z',
      plugins_used: [{ name: 'X' }],
      version: '0.14.3',
      results: {
        'a/b.py': [{ hashed_secret: 'f0', line_number: 3, type: 'Hex' }],
        c: [{ hashed_secret: 'f1', line_number: 4, type: 'Hex' }],
      },
    },
    ['detect-secrets', 'Hex at a/b.py:3', 'Hex at c:4'],
  ],
  [
    'ESLint 0',
    [
      {
        filePath: 'a.js',
        messages: [{ fatal: false, severity: 2, ruleId: 'quotes', message: 'x', line: 1, column: 2 }],
      },
    ],
    ['eslint', 'quotes at a.js:1'],
  ],
  ['gosec 1 without findings', { Issues: null, Stats: { files: 3, lines: 9, nosec: 0, found: 0 } }, ['gosec']],
  [
    'gosec, twice on one line',
    {
      'Golang errors': {},
      Issues: [
        { ...gosecIssue, line: '7', column: '2' },
        { ...gosecIssue, line: '7-8', column: '9' },
        { ...gosecIssue, line: '9' },
      ],
      Stats: {},
    },
    ['gosec', 'G104 at a/b.go:7', 'G104 at a/b.go:9'],
  ],
  [
    'Hadolint, twice in one instruction',
    [
      { ...smell, message: 'a' },
      { ...smell, message: 'b' },
      { ...smell, line: 5 },
    ],
    ['hadolint', 'SC2086 at Dockerfile:4', 'SC2086 at Dockerfile:5'],
  ],
  [
    'kube-bench 0.2, one text after another',
    `${JSON.stringify(controls('1'), null, 1)}\n${JSON.stringify(controls('2'), null, 1)}\n`,
    ['kube-bench', '1.1', '2.1'],
  ],
  ['KICS without findings', { kics_version: 'v1', queries_total: 9, queries: null }, ['kics']],
  ['OSV-Scanner without findings', { results: null, experimental_config: { licenses: {} } }, ['osv-scanner']],
  ['Grype without a descriptor', { matches: [match] }, ['grype', 'CVE-2024-1']],
  ['hotspots of SonarQube, none', { ...page, hotspots: [], components: [] }, ['sonarqube']],
  ['a project that Snyk could not test', { ok: false, error: 'no manifest', path: '/a' }, ['snyk']],
  [
    'Snyk of infrastructure as code',
    {
      ok: false,
      targetFile: 'a/main.tf',
      infrastructureAsCodeIssues: [
        {
          id: 'SNYK-CC-TF-1',
          title: 'Open',
          severity: 'high',
          lineNumber: 4,
          path: ['resource', 'a'],
          isIgnored: false,
        },
      ],
    },
    ['snyk', 'SNYK-CC-TF-1 at a/main.tf:4'],
  ],
  [
    'Trivy of a cluster, summarised',
    {
      SchemaVersion: 2,
      ClusterName: 'c',
      Findings: [
        {
          Namespace: 'n',
          Kind: 'Pod',
          Name: 'p',
          Results: [{ Target: 't', Vulnerabilities: [{ VulnerabilityID: 'CVE-2024-1', PkgName: 'a' }] }],
        },
      ],
    },
    ['trivy', 'CVE-2024-1'],
  ],
  [
    'a compliance report of Trivy’s operator, summarised',
    {
      apiVersion: 'aquasecurity.github.io/v1alpha1',
      kind: 'ClusterComplianceReport',
      metadata: { labels: {} },
      spec: { compliance: { controls: [{ id: '5.1', description: 'why' }] } },
      status: {
        summary: { failCount: 1 },
        summaryReport: {
          controlCheck: [{ ...control, totalFail: 2 }, { ...control, id: '5.2', totalFail: 0 }, control],
        },
      },
    },
    ['trivy-operator', '5.1'],
  ],
  [
    'bundler-audit, a source only',
    'Insecure Source URI found: http://gems.example.org/\nVulnerabilities found!\n',
    ['bundler-audit', 'insecure-source at Gemfile.lock:'],
  ],
  [
    'Semgrep, twice on one line',
    { results: [semgrep(1, 1), semgrep(1, 9), semgrep(2, 1), semgrep(1, 20, { is_ignored: true })], errors: [] },
    ['semgrep', 'a.b at a.py:1', 'a.b at a.py:2', 'a.b at a.py:1'],
  ],
  [
    'Brakeman, one fingerprint twice',
    {
      scan_info: { brakeman_version: '5.4.1' },
      warnings: [
        { ...warning, fingerprint: 'f', line: 3 },
        { ...warning, fingerprint: 'f', line: 8 },
        { ...warning, fingerprint: 'g', line: 9 },
      ],
      errors: [],
    },
    ['brakeman', 'SQL at a.rb:3', 'SQL at a.rb:9'],
  ],
  [
    'Burp, one host by two schemes and issues of extensions',
    `<?xml version="1.0"?><issues burpVersion="2.1">${burp('1', 'a', 'http://example.org')}${burp('1', 'a', 'https://example.org:8443')}${burp('1', 'a', 'http://example.net')}${burp('134217728', 'b', 'http://example.org')}${burp('134217728', 'c', 'http://example.org')}</issues>`,
    ['burp', '1', '1', '134217728', '134217728'],
  ],
  [
    'njsscan, twice on one line',
    {
      njsscan_version: '0.4.3',
      errors: [],
      nodejs: {
        sqli: {
          ...njsscan,
          files: [
            { file_path: 'a.js', match_lines: [3, 3], match_position: [1, 4] },
            { file_path: 'a.js', match_lines: [3, 3], match_position: [9, 12] },
          ],
        },
      },
      templates: {},
    },
    ['njsscan', 'sqli at a.js:3'],
  ],
  [
    'Terrascan, one violation for every workspace',
    {
      results: {
        violations: [
          { ...violation, line: 2 },
          { ...violation, line: 2 },
          { ...violation, line: 5 },
        ],
        scan_summary: { policies_validated: 9 },
      },
    },
    ['terrascan', 'AC_1 at a.tf:2', 'AC_1 at a.tf:5'],
  ],
  [
    'the platform of Semgrep, one finding on two branches',
    {
      findings: [
        { ...platform, repository: { name: 'a' }, ref: 'x' },
        { ...platform, repository: { name: 'a' }, ref: 'y' },
        { ...platform, repository: { name: 'b' } },
      ],
    },
    ['semgrep-platform', 'r at a.py:2', 'r at a.py:2'],
  ],
  [
    'PMD, twice on one line',
    '"Problem","Package","File","Priority","Line","Description","Rule set","Rule"\r\n"1","p","A.java","3","4","d","s","R"\r\n"2","p","A.java","3","4","d","s","R"\r\n',
    ['pmd', 'R at A.java:4'],
  ],
  [
    'Dependency-Check 3, of files without a package',
    `<?xml version="1.0"?><analysis xmlns="https://jeremylong.github.io/DependencyCheck/dependency-check.1.8.xsd"><projectInfo><name>a</name></projectInfo><dependencies>${['1.7.1', '1.9.0'].map((version) => `<dependency><fileName>jquery.js</fileName><filePath>/a/${version}/jquery.js</filePath><evidenceCollected><evidence type="product"><value>jquery</value></evidence><evidence type="version"><value>${version}</value></evidence></evidenceCollected><vulnerabilities><vulnerability source="NVD"><name>CVE-2012-6708</name><severity>Medium</severity></vulnerability></vulnerabilities></dependency>`).join('')}</dependencies></analysis>`,
    ['dependency-check', 'CVE-2012-6708 at a/1.7.1/jquery.js:', 'CVE-2012-6708 at a/1.9.0/jquery.js:'],
  ],
  [
    'Nuclei 2.0',
    lines(
      { template: 'a-b', type: 'http', matched: 'https://example.org/a', name: 'A', severity: 'low', author: 'x' },
      { template: 'a-b', type: 'http', matched: 'https://example.org/b', name: 'A', severity: 'low', author: 'x' },
    ),
    ['nuclei', 'a-b'],
  ],
];

test.each(variants)('%s', async (_, report, expected) => {
  expect(await read(typeof report === 'string' ? report : JSON.stringify(report))).toEqual(expected);
});

test.each(variants)('%s: with a byte order mark it is the same', async (_, report, expected) => {
  expect(await read(`\ufeff${typeof report === 'string' ? report : JSON.stringify(report)}`)).toEqual(expected);
});

/** Reports of tools without a parser that look like those of tools with one. */
const others: readonly (readonly [what: string, report: string | object])[] = [
  [
    'end of life of components, by a tool that grew out of Grype',
    {
      matches: [{ Cycle: { ProductName: 'a' }, artifact: { name: 'a' }, matchDetails: [] }],
      source: {},
      descriptor: { name: 'xeol' },
    },
  ],
  ['strings in files, by a tool that grew out of TruffleHog', [{ ...change('a', '1'), branch: undefined, linenum: 3 }]],
  ['a list of results with a test id', { results: [{ test_id: 'A', severity: 'HIGH' }], errors: [] }],
  ['results of checks with a location', { results: [{ check_id: 'A', location: { filename: 'a' } }], errors: [] }],
  [
    'files with messages in words',
    [{ filePath: 'a', messages: [{ type: 'message', ruleId: 'r', severity: 'error' }], sourceContentType: 'text' }],
  ],
  ['vulnerabilities of a project', { vulnerabilities: [{ id: 'CVE-2024-1', title: 'a' }], ok: true }],
  ['issues of a scan', { issues: [{ rule: 'a', severity: 'HIGH' }], total: 1 }],
  ['findings', { findings: [{ title: 'a', severity: 'High', file_path: 'a' }] }],
  ['queries without counts', { queries: [{ name: 'a' }] }],
  ['controls without nodes', { controls: [{ id: 'a', status: 'failed' }], version: '1' }],
  ['an error', { ok: false, error: { code: 5 } }],
  ['results by file', { results: { 'a.py': [{ type: 'x', line: 1 }] } }],
  ['issues of another scanner in XML', '<issues exportTime="x"><issue><name>a</name></issue></issues>'],
  ['a report of another scanner in XML', '<report id="1"><results><result/></results></report>'],
  ['half a report', '{"results": [{"check_id": "a"'],
  ['an archive', 'PK\u0003\u0004\u0014\u0000'],
  ['a page', '<!DOCTYPE html><html><body>Report</body></html>'],
];

test.each(others)('%s: not a format that is known', async (_, report) => {
  const [said] = await read(typeof report === 'string' ? report : JSON.stringify(report));
  expect(said).toMatch(/^not a format I know: ./);
});
