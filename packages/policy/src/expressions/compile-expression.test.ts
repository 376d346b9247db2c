// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aFinding } from '../policy-tests/plain-subjects.ts';
import type { FindingFields } from '../vocabulary/subject-values.ts';
import { celSubject, compileExpression, type Judged } from './compile-expression.ts';

const finding: Partial<FindingFields> = {
  severity: 'high',
  path: 'src/a/b.ts',
  ageDays: 12,
  weaknesses: ['CWE-79'],
  fixAvailable: true,
  epss: 0.2,
  ssvcExploitation: 'active',
};

function judge(text: string, value: Partial<FindingFields> = finding): Judged | string {
  const compiled = compileExpression(text, 'finding');
  if (compiled.state === 'refused') return compiled.faults.map(({ because }) => because).join('; ');
  return compiled.expression.judge(
    { finding: celSubject('finding', { ...aFinding, ...value }), today: '2026-11-22' },
    { left: 1000 },
  );
}

test.each([
  ["finding.severity.atLeast('high')", true],
  ["finding.severity.atLeast('critical')", false],
  ["finding.severity in ['high', 'critical'] && finding.fixAvailable", true],
  ["finding.path.glob('src/**') && finding.ageDays > 7", true],
  ["'CWE-79' in finding.weaknesses", true],
  ["finding.weaknesses.exists(w, w.startsWith('CWE-8'))", false],
  ["finding.path.matches('^src/.*[.]ts$')", true],
  ['finding.epss >= 0.1', true],
  ["finding.ssvcExploitation == 'active'", true],
  ["daysBetween('2026-11-01', today) == 21", true],
])('%s: %s', (text, value) => {
  expect(judge(text)).toEqual({ state: 'told', value });
});

test('what is not known leaves the question open, unless the rest decides it', () => {
  expect(judge('finding.isNew')).toEqual({ state: 'untold', because: 'finding.isNew is not known' });
  expect(judge("finding.isNew && finding.severity == 'low'")).toEqual({ state: 'told', value: false });
  expect(judge("finding.isNew || finding.severity == 'high'")).toEqual({ state: 'told', value: true });
  expect(judge("finding.isNew && finding.severity == 'high'")).toMatchObject({ state: 'untold' });
});

test('unrated is neither high nor low', () => {
  expect(judge("finding.severity.atLeast('none')", { severity: 'unrated' })).toEqual({ state: 'told', value: false });
  expect(judge("finding.severity.atLeast('unrated')")).toMatchObject({ state: 'untold' });
});

test.each([
  ['finding.severty == "high"', /finding has no 'severty'/],
  ['findng.severity == "high"', /'findng' is not known here/],
  ['finding.severity.atleast("high")', /no function 'atleast'/],
  ['findings.exists(f, f.id == "x")', /'findings' is not known here/],
  ['finding.severity ==', /not a CEL expression/],
  ['{"a": 1}.a == 1', /of no use/],
  ['x'.repeat(5000), /longer than/],
  ['true' + ' || true'.repeat(700), /.*/],
])('%s is refused or harmless', (text, because) => {
  const result = judge(text);
  expect(typeof result === 'string' ? result : result.state).toMatch(because);
});

test('a fault says where', () => {
  expect(compileExpression('finding.severity == "high"\n  && finding.nope', 'finding')).toMatchObject({
    faults: [{ line: 2, column: 13 }],
  });
  expect(compileExpression('finding.severity ==', 'finding')).toMatchObject({ faults: [{ line: 1, column: 18 }] });
});

function fields(text: string, subject: 'finding' | 'change' = 'finding'): readonly string[] | null | undefined {
  const compiled = compileExpression(text, subject);
  return compiled.state === 'compiled' ? compiled.expression.fields : undefined;
}

test('which fields decide', () => {
  expect(fields("finding.severity == 'high' && finding.isNew")).toEqual(['severity', 'isNew']);
  expect(fields("findings.exists(f, f.severity == 'high')", 'change')).toBeNull();
  expect(fields("findings.exists(f, f.nope == 'high')", 'change')).toBeUndefined();
});

test('a pattern that would blow up elsewhere does not', () => {
  expect(judge("finding.path.matches('^(a+)+$')", { path: `${'a'.repeat(5000)}b` })).toEqual({
    state: 'told',
    value: false,
  });
});

test('loops in loops come to an end', () => {
  const loops =
    'finding.weaknesses.exists(a, finding.weaknesses.exists(b, finding.weaknesses.all(c, c == a && c != b)))';
  const weaknesses = Array.from({ length: 5000 }, (_, index) => `CWE-${index}`);
  expect(judge(loops, { weaknesses })).toMatchObject({
    state: 'untold',
    because: expect.stringMatching(/more than \d+ steps/) as string,
  });
  expect(judge("finding.weaknesses.map(w, w + 'x').size() == 1")).toEqual({ state: 'told', value: true });
});

test.each([
  'finding.path.matches(finding.title)',
  "finding.path.matches('a{1,999}')",
  `finding.path.matches('${'a'.repeat(600)}')`,
])('a pattern whose size is not known or large is refused: %s', (text) => {
  expect(judge(text)).toMatch(/pattern/);
});

test('no text makes it throw', () => {
  const words = fc.constantFrom(
    'finding',
    '.',
    'severity',
    '(',
    ')',
    '"',
    "'",
    '&&',
    '==',
    'exists',
    'f',
    ',',
    '[',
    ']',
    '1',
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 30 }).map((parts) => parts.join('')),
      ),
      (text) => {
        expect(['string', 'object']).toContain(typeof judge(text));
      },
    ),
    { numRuns: 500 },
  );
});
