// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plumbline/core/findings/finding';
import type { TriageEntry } from '@plumbline/core/facts/records/triage-record';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainFinding } from '../explain/explain-finding.ts';
import { aComponentResult, anImport, aResult, contextIn, fold } from '../testing/an-import.ts';

const day = '2026-01-01';
const commit = 'c1';
type Runs = { readonly [tool: string]: readonly ToolResult[] };
const imports = (runs: Runs): Parameters<typeof fold>[0] =>
  Object.entries(runs).map(([tool, results]) => anImport(day, results, { tool, commit }));

/** Which tools' results are one finding, in words. */
const groups = (findings: readonly Finding[]): readonly string[] =>
  findings
    .map(({ sightings }) =>
      sightings
        .map(({ tool, result }) => `${tool} ${result.rule}`)
        .sort()
        .join(' + '),
    )
    .sort();
const merged = (runs: Runs, lines?: readonly string[]): readonly string[] =>
  groups(
    fold(imports(runs), lines === undefined ? {} : { contextOf: contextIn({ [commit]: { 'src/db.ts': lines } }) })
      .findings,
  );

test('one class of weakness at one line is one finding, another class or line is not', () => {
  expect(merged({ a: [aResult()], b: [aResult({ rule: 'S3649' })] })).toEqual(['a sqli + b S3649']);
  const xss = aResult({ rule: 'xss', title: 'x', weaknesses: ['CWE-79'] });
  expect(merged({ a: [aResult()], b: [xss] })).toEqual(['a sqli', 'b xss']);
  expect(merged({ a: [aResult()], b: [aResult({ at: 'src/db.ts:11' })] })).toEqual(['a sqli', 'b sqli']);
  const general = { title: 'x', weaknesses: ['CWE-20'] };
  expect(merged({ a: [aResult({ rule: 'r1', ...general })], b: [aResult({ rule: 'r2', ...general })] })).toHaveLength(
    2,
  );
});

test('where a value is built and where it is used are one place, and three calls in a row are three', () => {
  const built = { a: [aResult({ at: 'src/db.ts:1' })], b: [aResult({ rule: 'taint-sqli', at: 'src/db.ts:3' })] };
  expect(merged(built, lines)).toEqual(['a sqli + b taint-sqli']);
  expect(merged({ ...built, b: [aResult({ at: 'src/db.ts:4' })] }, lines)).toHaveLength(2);
  const rows = [1, 2, 3].map((line) => aResult({ at: `src/db.ts:${line}` }));
  expect(merged({ a: rows, b: rows }, ['eval(a)', 'eval(b)', 'eval(c)'])).toEqual(Array(3).fill('a sqli + b sqli'));
});

test('what one tool tells apart stays apart, whatever another says', () => {
  const two = [5, 40].map((startColumn) => aResult({ places: [{ path: 'src/db.ts', startLine: 10, startColumn }] }));
  expect(merged({ a: two, b: [aResult()] })).toEqual(['a sqli', 'a sqli + b sqli']);
});

test('one vulnerability of one package is one finding under all its names', () => {
  const ghsa = aComponentResult('pkg:pypi/Requests@2.0', ['GHSA-j8r2-6x86-q33q', 'CVE-2023-32681']);
  const pysec = {
    ...aComponentResult('pkg:pypi/requests@2.0', ['PYSEC-2023-74', 'CVE-2023-32681']),
    rule: 'PYSEC-2023-74',
  };
  const plain: ToolResult = { ...pysec, rule: 'CVE-2023-32681', component: { name: 'requests' } };
  expect(merged({ a: [ghsa], b: [pysec], c: [plain] })).toEqual([
    'a GHSA-j8r2-6x86-q33q + b PYSEC-2023-74 + c CVE-2023-32681',
  ]);
  expect(merged({ a: [ghsa], b: [aComponentResult('pkg:pypi/requests@2.1', ['CVE-2023-32681'])] })).toHaveLength(2);
  expect(merged({ a: [ghsa], b: [aComponentResult('pkg:pypi/requests2@2.0', ['CVE-2023-32681'])] })).toHaveLength(2);
});

const at = (path: string): ToolResult => {
  const result = aComponentResult('pkg:npm/left@1.0', ['CVE-2026-1']);
  return { ...result, component: { ...result.component, name: 'left', path } };
};

test('manifest and lockfile of one folder are one, those of two folders are not', () => {
  expect(merged({ a: [at('web/package.json')], b: [at('web/package-lock.json')] })).toHaveLength(1);
  expect(merged({ a: [at('web/package.json')], b: [at('api/package.json')] })).toHaveLength(2);
});

const secret = (rule: string, at: string, kind: ToolResult['kind'] = 'secret'): ToolResult =>
  aResult({ kind, rule, title: rule, at, weaknesses: ['CWE-798'] });

const bucket = (rule: string, symbol: string): ToolResult =>
  aResult({ kind: 'configuration', rule, weaknesses: [], places: [{ path: 'main.tf', startLine: 1, symbol }] });

const page = (title: string, parameter: string): ToolResult => ({
  kind: 'dynamic',
  rule: title,
  title,
  severity: 'high',
  web: {
    url: 'https://x.example/a/1',
    method: 'GET',
    parameter,
  },
});

test('secrets, configuration and pages', () => {
  expect(merged({ a: [secret('aws', 'x.env:3')], b: [secret('generic', 'x.env:3', 'code')] })).toHaveLength(1);
  expect(
    merged({ a: [secret('aws-id', 'x.env:3'), secret('aws-key', 'x.env:3')], b: [secret('aws', 'x.env:3')] }),
  ).toHaveLength(2);
  expect(
    merged({
      a: [bucket('CKV_AWS_18', 'aws_s3_bucket.data')],
      b: [bucket('AVD-AWS-0089', 'module.x.aws_s3_bucket.data[0]')],
    }),
  ).toHaveLength(1);
  expect(
    merged({ a: [bucket('CKV_AWS_18', 'aws_s3_bucket.data')], b: [bucket('AVD-AWS-0089', 'aws_s3_bucket.logs')] }),
  ).toHaveLength(2);
  expect(
    merged({ zap: [page('Cross Site Scripting (Reflected)', 'q')], wapiti: [page('Reflected XSS', 'q')] }),
  ).toHaveLength(1);
  expect(
    merged({ zap: [page('Cross Site Scripting (Reflected)', 'q')], wapiti: [page('Reflected XSS', 'r')] }),
  ).toHaveLength(2);
});

const decide = (entry: Partial<TriageEntry>): TriageEntry => ({
  finding: '',
  decision: 'split',
  reason: 'looked at both',
  by: 'Ada',
  on: '2026-02-01',
  with: [],
  ...entry,
});
const three = { a: [aResult()], b: [aResult({ rule: 'S3649' })], c: [aResult({ rule: 'sql-injection' })] };

test('a merge is explained, and a record undoes it as a whole or in part', () => {
  const [whole] = fold(imports(three)).findings;
  expect(whole?.merges.map(({ because }) => because)).toEqual([
    'a sqli and b S3649: sql-injection in src/db.ts, both at line 10',
    expect.stringMatching(/and c sql-injection: sql-injection in src\/db\.ts, both at line 10$/),
  ]);
  if (whole === undefined) return;
  const parts = explainFinding(whole).sightings.map(({ part }) => part);
  expect(new Set([...parts, whole.id]).size).toBe(4);
  const apart = fold(imports(three), { decisions: { triage: [decide({ finding: whole.id })] } }).findings;
  expect(groups(apart)).toEqual(['a sqli', 'b S3649', 'c sql-injection']);
  expect(new Set(apart.map(({ id }) => id)).size).toBe(3);
  const one = decide({ finding: whole.id, with: parts.slice(1, 2) });
  expect(groups(fold(imports(three), { decisions: { triage: [one] } }).findings)).toEqual([
    'a sqli + c sql-injection',
    'b S3649',
  ]);
});

test('a record joins what no rule does', () => {
  const far = { a: [aResult({ at: 'src/db.ts:1' })], b: [aResult({ at: 'src/db.ts:90' })] };
  const [first, second] = fold(imports(far)).findings;
  const triage = [decide({ finding: first?.id ?? '', decision: 'join', with: [second?.id ?? ''] })];
  const { findings } = fold(imports(far), { decisions: { triage } });
  expect(groups(findings)).toEqual(['a sqli + b sqli']);
  expect(findings[0]).toMatchObject({ id: first?.id, otherIds: [second?.id], merges: [{ rule: 'by-hand' }] });
});

const lines = ['const query = "select " + name;', 'log(name);', 'db.run(query);', 'db.run(other);'];

const shifted = (shift: number): readonly string[] => [...Array<string>(shift).fill('//'), 'x', 'db.run(query)', 'y'];

test('a merge outlives a report that moves one side only', () => {
  const sources = { [commit]: { 'src/db.ts': shifted(0) }, c2: { 'src/db.ts': shifted(7) } };
  const both = imports({ a: [aResult({ at: 'src/db.ts:2' })], b: [aResult({ rule: 'S1', at: 'src/db.ts:2' })] });
  const later = anImport('2026-02-01', [aResult({ at: 'src/db.ts:9' })], { tool: 'a', commit: 'c2' });
  const [before] = fold(both, { contextOf: contextIn(sources) }).findings;
  const { findings } = fold([...both, later], { contextOf: contextIn(sources) });
  expect(findings.map(({ id }) => id)).toEqual([before?.id]);
});

const ruledAt = (rule: string, startColumn: number): ToolResult =>
  aResult({ rule, title: rule, weaknesses: ['CWE-89'], places: [{ path: 'a.ts', startLine: 3, startColumn }] });

test('an id whose parts are in two findings is one of them only', () => {
  const given = {
    b: [ruledAt('S1', 2), ruledAt('sqli', 2), ruledAt('sqli', 1)],
    c: [ruledAt('sqli', 2), ruledAt('sqli', 1)],
  };
  const ids = fold(imports(given)).findings.flatMap(({ id, otherIds }) => [id, ...otherIds]);
  expect(ids).toEqual([...new Set(ids)]);
});

test('the order of imports, tools and results does not matter; ids are unique; nothing is lost', () => {
  const result = fc
    .record({
      line: fc.integer({ min: 1, max: 6 }),
      rule: fc.constantFrom('sqli', 'xss', 'S1'),
      column: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ line, rule, column }) =>
      aResult({
        rule,
        title: rule,
        weaknesses: [rule === 'xss' ? 'CWE-79' : 'CWE-89'],
        places: [{ path: 'a.ts', startLine: line, startColumn: column }],
      }),
    );
  const runs = fc.record({
    a: fc.array(result, { maxLength: 8 }),
    b: fc.array(result, { maxLength: 8 }),
    c: fc.array(result, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(runs, (given) => {
      const { findings } = fold(imports(given));
      const turned = { c: [...given.c].reverse(), b: [...given.b].reverse(), a: [...given.a].reverse() };
      expect(fold(imports(turned)).findings).toEqual(findings);
      expect(new Set(findings.flatMap(({ id, otherIds }) => [id, ...otherIds])).size).toBe(
        findings.reduce((sum, { otherIds }) => sum + 1 + otherIds.length, 0),
      );
      const different = Object.entries(given).flatMap(([tool, results]) =>
        results.map((each) => tool + JSON.stringify(each)),
      );
      expect(findings.flatMap(({ sightings }) => sightings)).toHaveLength(new Set(different).size);
      for (const { sightings } of findings) {
        const voices = sightings.map(({ tool, result: { rule } }) => `${tool} ${rule}`);
        expect(new Set(voices).size).toBe(voices.length);
      }
    }),
  );
});
