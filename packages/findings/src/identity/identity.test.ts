// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aComponentResult, anImport, aResult, contextIn, fold, type Sources } from '../testing/an-import.ts';

const first = '2026-01-01';
const second = '2026-02-01';
const before = `commit of ${first}`;
const after = `commit of ${second}`;

/** A file whose lines repeat, as code does, and results of a few rules at different lines of it. */
const scanned = fc
  .array(fc.constantFrom('a(x)', 'b(y)', 'query(x)', 'if (a) {', '}', 'return'), { minLength: 1, maxLength: 40 })
  .chain((lines) =>
    fc.record({
      lines: fc.constant(lines),
      marks: fc.uniqueArray(
        fc.record({
          line: fc.integer({ min: 1, max: lines.length }),
          rule: fc.constantFrom('sqli', 'xss', 'other'),
        }),
        { maxLength: 12, selector: ({ line, rule }) => `${line} ${rule}` },
      ),
    }),
  );

const weaknessOf: { readonly [rule: string]: string } = { sqli: 'CWE-89', xss: 'CWE-79', other: 'CWE-400' };
const resultsOf = (
  marks: readonly { readonly line: number; readonly rule: string }[],
  { path = 'src/a.ts', shift = 0, version = '' } = {},
): readonly ToolResult[] =>
  marks.map(({ line, rule }) =>
    aResult({ rule: rule + version, at: `${path}:${line + shift}`, title: rule, weaknesses: [weaknessOf[rule] ?? ''] }),
  );

/** The id of each mark, by its line and rule before anything moved. */
function idsByMark(
  imports: Parameters<typeof fold>[0],
  sources: Sources,
  { shift = 0, version = '' } = {},
): ReadonlyMap<string, string> {
  const { findings } = fold(imports, { contextOf: contextIn(sources) });
  const marks = findings.flatMap(({ id, sightings }) =>
    sightings.map(({ result }) => {
      const line = (result.places?.[0].startLine ?? 0) - shift;
      return [`${line} ${version === '' ? result.rule : result.rule.replace(version, '')}`, id] as const;
    }),
  );
  return new Map(marks);
}

test('every result has an id, and no two have one', () => {
  fc.assert(
    fc.property(scanned, ({ lines, marks }) => {
      const { findings } = fold([anImport(first, resultsOf(marks))], {
        contextOf: contextIn({ [before]: { 'src/a.ts': lines } }),
      });
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
      expect(findings.flatMap(({ sightings }) => sightings)).toHaveLength(marks.length);
      for (const { id } of findings) expect(id).toMatch(/^plf-[0-9a-f]{24}$/);
    }),
  );
});

test('the order of results in a report does not matter', () => {
  fc.assert(
    fc.property(scanned, fc.infiniteStream(fc.nat()), ({ lines, marks }, picks) => {
      const shuffled = marks
        .map((mark) => ({ mark, at: picks.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ mark }) => mark);
      const sources = { [before]: { 'src/a.ts': lines } };
      expect(idsByMark([anImport(first, resultsOf(shuffled))], sources)).toEqual(
        idsByMark([anImport(first, resultsOf(marks))], sources),
      );
    }),
  );
});

test('lines that are put in above, a renamed file and an upgrade that renames rules, each alone, change no id', () => {
  fc.assert(
    fc.property(scanned, fc.integer({ min: 0, max: 30 }), ({ lines, marks }, shift) => {
      const moved = [...Array.from({ length: shift }, (_, index) => `// line ${index}`), ...lines];
      const known = anImport(first, resultsOf(marks));
      const ids = idsByMark([known], { [before]: { 'src/a.ts': lines } });
      const inserted = { [before]: { 'src/a.ts': lines }, [after]: { 'src/a.ts': moved } };
      expect(idsByMark([known, anImport(second, resultsOf(marks, { shift }))], inserted, { shift })).toEqual(ids);
      const renamed = { [before]: { 'src/a.ts': lines }, [after]: { 'lib/b.ts': lines } };
      expect(idsByMark([known, anImport(second, resultsOf(marks, { path: 'lib/b.ts' }))], renamed)).toEqual(ids);
    }),
  );
});

test('an upgrade that renames rules and changes words and severities changes no id', () => {
  const lines = ['const a = 1;', 'query("select " + a);', 'render(a);', 'end();'];
  const sources = { [before]: { 'src/a.ts': lines }, [after]: { 'src/a.ts': ['// new', ...lines] } };
  const old = [
    aResult({ rule: 'sqli', at: 'src/a.ts:2' }),
    aResult({ rule: 'R7', title: 'R7', at: 'src/a.ts:3', weaknesses: [] }),
  ];
  const upgraded = [
    aResult({ rule: 'sql-injection-v2', at: 'src/a.ts:3', severity: 'critical', title: 'Tainted query' }),
    aResult({ rule: 'RULE-0007', title: 'RULE-0007', at: 'src/a.ts:4', weaknesses: [], message: 'other words' }),
  ];
  const contextOf = contextIn(sources);
  const ids = fold([anImport(first, old)], { contextOf }).findings.map(({ id }) => id);
  const { findings } = fold([anImport(first, old), anImport(second, upgraded, { toolVersion: '2.0.0' })], {
    contextOf,
  });
  expect(findings.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(findings.map(({ recognised }) => recognised[0]?.tier).sort()).toEqual([
    'rule renamed',
    'same weakness, other rule',
  ]);
});

test('of equal lines, the one that was repaired is the one that goes', () => {
  const lines = ['begin(1)', 'query(x)', 'middle(2)', 'query(x)', 'end(3)'];
  const left = ['begin(1)', 'safe(x)', 'middle(2)', 'query(x)', 'end(3)'];
  const sources = { [before]: { 'a.ts': lines }, [after]: { 'a.ts': left } };
  const both = anImport(first, [aResult({ at: 'a.ts:2' }), aResult({ at: 'a.ts:4' })]);
  const { findings } = fold([both, anImport(second, [aResult({ at: 'a.ts:4' })])], { contextOf: contextIn(sources) });
  expect(findings.map(({ place, state }) => [place?.startLine, state]).sort()).toEqual([
    [2, 'fixed'],
    [4, 'open'],
  ]);
});

test('a copy of a file is a new finding while the first is still there', () => {
  const lines = ['a', 'query(x)', 'b'];
  const sources = { [before]: { 'a.ts': lines }, [after]: { 'a.ts': lines, 'copy.ts': lines } };
  const { findings } = fold(
    [
      anImport(first, [aResult({ at: 'a.ts:2' })]),
      anImport(second, [aResult({ at: 'copy.ts:2' }), aResult({ at: 'a.ts:2' })]),
    ],
    { contextOf: contextIn(sources) },
  );
  expect(findings.map(({ place, firstSeenAt }) => [place?.path, firstSeenAt.slice(0, 10)])).toEqual([
    ['a.ts', first],
    ['copy.ts', second],
  ]);
});

test('without sources the number of the line is all there is, and another line is another finding', () => {
  const { findings } = fold([
    anImport(first, [aResult({ at: 'a.ts:2' })]),
    anImport(second, [aResult({ at: 'a.ts:2' }), aResult({ at: 'a.ts:9' })]),
  ]);
  expect(findings.map(({ firstSeenAt }) => firstSeenAt.slice(0, 10))).toEqual([first, second]);
});

const renamesBetween = (): ReadonlyMap<string, string> => new Map([['b.ts', 'a.ts']]);

test('a known rename is followed even where the line was changed around', () => {
  const sources = { [before]: { 'a.ts': ['p', 'query(x)', 'q'] }, [after]: { 'b.ts': ['r', 'query(x)', 's'] } };
  const imports = [anImport(first, [aResult({ at: 'a.ts:2' })]), anImport(second, [aResult({ at: 'b.ts:2' })])];
  const contextOf = contextIn(sources);
  expect(fold(imports, { contextOf }).findings).toHaveLength(2);
  expect(fold(imports, { contextOf, renamesBetween }).findings).toHaveLength(1);
});

test('a vulnerability keeps its id when the component is updated or the CVE id comes later', () => {
  const { findings } = fold([
    anImport(first, [aComponentResult('pkg:npm/left@1.0.0', ['GHSA-aaaa-bbbb-cccc'])]),
    anImport(second, [aComponentResult('pkg:npm/left@1.1.0', ['CVE-2026-1', 'GHSA-aaaa-bbbb-cccc'])]),
  ]);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    component: { version: '1.1.0' },
    vulnerabilities: ['CVE-2026-1', 'GHSA-aaaa-bbbb-cccc'],
    recognised: [{ tier: 'same package' }],
  });
});

test('two versions in one manifest are two findings, and each stays what it is', () => {
  const two = ['1.0.0', '2.0.0'].map((version) => aComponentResult(`pkg:npm/left@${version}`, ['CVE-2026-1']));
  const [one, other] = two;
  const { findings } = fold([
    anImport(first, two),
    anImport(
      second,
      [other, one].flatMap((result) => result ?? []),
    ),
  ]);
  expect(findings.map(({ component, recognised }) => [component?.version, recognised[0]?.tier]).sort()).toEqual([
    ['1.0.0', 'same version'],
    ['2.0.0', 'same version'],
  ]);
});

const at = (url: string): ToolResult => ({
  kind: 'dynamic',
  rule: '40012',
  title: 'Cross Site Scripting (Reflected)',
  severity: 'high',
  web: {
    url,
    method: 'get',
    parameter: 'q',
  },
});

test('a page keeps its id on another host and for another object', () => {
  const { findings } = fold([
    anImport(first, [at('https://staging.example.org/users/12/search?q')]),
    anImport(second, [at('https://www.example.org:8443/users/77/search?q')]),
  ]);
  expect(findings).toHaveLength(1);
});

const secret = (at: string): ToolResult => aResult({ at, kind: 'secret', rule: 'password', weaknesses: [] });

test('what identity keeps holds no source text, and nothing from which a secret could be guessed', () => {
  const lines = ['password = "hunter2"', 'token = abcdef0123456789', 'KEY=hunter'];
  const other = ['password = "swordfish"', 'token = zyxwvu9876543210', 'KEY=gatherer'];
  const results = [secret('a.env:1'), secret('a.env:2'), secret('a.env:3')];
  const texts = [lines, other].map((file) => {
    const { state } = fold([anImport(first, results)], { contextOf: contextIn({ [before]: { 'a.env': file } }) });
    expect(JSON.stringify(state.tracks.map(({ anchor }) => anchor))).not.toMatch(
      /hunter|swordfish|abcdef01|zyxwvu|gatherer/,
    );
    return state.tracks.map(({ anchor }) => [anchor.text, anchor.surroundings]);
  });
  expect(texts[0]).toEqual(texts[1]);
});
