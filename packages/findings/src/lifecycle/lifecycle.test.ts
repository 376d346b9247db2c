// SPDX-License-Identifier: Apache-2.0
import type { TriageEntry } from '@plumbline/core/facts/records/triage-record';
import type { Finding } from '@plumbline/core/findings/finding';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainFinding } from '../explain/explain-finding.ts';
import { findingsRegister } from '../register/findings-register.ts';
import { aComponentResult, anImport, aResult, fold } from '../testing/an-import.ts';
import { ageOf, termOf } from './age-of.ts';
import type { ExceptionInForce, VexInput } from './decisions.ts';
import { emptyState } from './findings-state.ts';
import { foldImports } from './fold-imports.ts';
import type { Import } from './import.ts';
import { newSince } from './new-since.ts';

const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'] as const;
const [first, second, third, fourth] = days;
const shown = (day: string, change: Partial<Import> = {}): Import => anImport(day, [aResult()], change);
const clean = (day: string, change: Partial<Import> = {}): Import => anImport(day, [], change);
const only = (findings: readonly Finding[]): Finding | undefined => {
  expect(findings.length).toBeLessThanOrEqual(1);
  return findings[0];
};

test('a later complete run of the same tool that no longer shows it repairs it; one that shows it again reopens it', () => {
  expect(only(fold([shown(first), clean(second)]).findings)).toMatchObject({
    state: 'fixed',
    fixedAt: `${second}T00:00:00Z`,
  });
  const back = only(fold([shown(first), clean(second), shown(third)]).findings);
  expect(back).toMatchObject({
    state: 'open',
    fixedAt: null,
    reopenedAt: `${third}T00:00:00Z`,
    firstSeenAt: `${first}T00:00:00Z`,
  });
});

test.each<readonly [string, Import]>([
  ['that did not come to its end', clean(second, { completed: false })],
  ['of which nobody says that it came to its end', clean(second, { completed: null })],
  ['of another tool', clean(second, { tool: 'another' })],
  ['for another purpose', clean(second, { purposes: ['lint'] })],
  ['over other files', clean(second, { paths: ['test/'] })],
  ['with a tenth of the rules', clean(second, { rules: 10 })],
])('a run %s repairs nothing', (_, later) => {
  expect(only(fold([shown(first, { rules: 100 }), later]).findings)?.state).toBe('open');
});

test.each<readonly [string, Partial<Import>]>([
  ['for more purposes', { purposes: ['sast', 'lint'] }],
  ['over its folder', { paths: ['src'] }],
  ['over all', { paths: ['.'] }],
  ['with nearly all of the rules', { rules: 95 }],
])('a run %s repairs it', (_, change) => {
  expect(only(fold([shown(first, { rules: 100 }), clean(second, change)]).findings)?.state).toBe('fixed');
});

test('what two tools showed is fixed when neither shows it', () => {
  const both = [shown(first, { tool: 'a', commit: 'c' }), shown(first, { tool: 'b', commit: 'c' })];
  expect(only(fold([...both, clean(second, { tool: 'a' })]).findings)).toMatchObject({ state: 'open', fixedAt: null });
  const silent = [clean(second, { tool: 'a' }), clean(third, { tool: 'b' })];
  expect(only(fold([...both, ...silent]).findings)).toMatchObject({ state: 'fixed', fixedAt: `${third}T00:00:00Z` });
});

test('a result that the tool calls gone is not shown', () => {
  expect(only(fold([shown(first), anImport(second, [aResult({ gone: true })])]).findings)?.state).toBe('fixed');
});

test('imports fold to the same whatever their order, at once or one by one, once or twice', () => {
  const imports = [shown(first), clean(second), shown(third), shown(fourth, { tool: 'b' })];
  const whole = fold(imports);
  fc.assert(
    fc.property(fc.shuffledSubarray(imports, { minLength: 4 }), (turned) => {
      expect(fold([...turned, ...imports.slice(0, 2)])).toEqual(whole);
    }),
  );
  const options = { aliases: { canonical: (id: string) => id, all: (id: string) => [id] }, contextOf: () => null };
  const oneByOne = imports.reduce((state, each) => foldImports(state, [each], options), emptyState);
  expect(oneByOne).toEqual(foldImports(emptyState, imports, options));
  expect(JSON.parse(JSON.stringify(oneByOne))).toEqual(oneByOne);
});

test('leaving out a run that showed or repaired nothing makes no finding better', () => {
  const runs = fc.array(fc.record({ shows: fc.boolean(), completed: fc.constantFrom(true, false, null) }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(runs, fc.nat(3), (given, index) => {
      const imports = given.map(({ shows, completed }, number) => {
        const make = shows ? shown : clean;
        return make(days[number] ?? first, { completed });
      });
      const left = imports.filter((_, number) => number !== index);
      const state = only(fold(imports).findings)?.state;
      fc.pre(given[index]?.shows === false && state === 'open');
      expect(only(fold(left).findings)?.state).toBe('open');
    }),
  );
});

test('as of a day, later imports and decisions are not there', () => {
  const imports = [shown(first), clean(third)];
  const finding = only(fold(imports, { asOf: `${second}T23:59:59Z` }).findings);
  expect(finding).toMatchObject({ state: 'open', lastSeenAt: `${first}T00:00:00Z` });
});

const triage = (finding: Finding | undefined, change: Partial<TriageEntry>): TriageEntry => ({
  finding: finding?.id ?? '',
  decision: 'false-positive',
  reason: 'constant input',
  by: 'Ada',
  on: second,
  with: [],
  ...change,
});

test('a person decides, the later decision counts, and of one day the careful one', () => {
  const finding = only(fold([shown(first)]).findings);
  const state = (...entries: readonly Partial<TriageEntry>[]): Finding | undefined =>
    only(fold([shown(first)], { decisions: { triage: entries.map((entry) => triage(finding, entry)) } }).findings);
  expect(state({})).toMatchObject({
    state: 'false-positive',
    decision: { by: 'Ada', on: second, approval: 'asserted' },
  });
  expect(state({}, { decision: 'confirmed', on: third })).toMatchObject({
    state: 'open',
    decision: { what: 'confirmed' },
  });
  expect(state({ decision: 'confirmed' }, {})?.state).toBe('open');
  expect(state({ on: '2027-01-01' })).toMatchObject({ state: 'open', decision: null });
});

const exception: ExceptionInForce = {
  id: 'EX-1',
  concerns: 'CVE-2026-1',
  reason: 'not reachable',
  requestedBy: 'Ada',
  approvedBy: 'Grace',
  approvedOn: second,
  expires: fourth,
  approval: 'asserted',
};
const vulnerable = (day: string, version = '1.0.0'): Import =>
  anImport(day, [aComponentResult(`pkg:npm/left@${version}`, ['GHSA-aaaa-bbbb-cccc', 'CVE-2026-1'])], {
    purposes: ['sca'],
  });

const isConcerned = (concerns: string, { ids }: { readonly ids: readonly string[] }): boolean => ids.includes(concerns);

const accepting = (concerns: string): Finding | undefined =>
  only(fold([vulnerable(first)], { decisions: { exceptions: [{ ...exception, concerns }], isConcerned } }).findings);

test('an exception in force accepts what it speaks of', () => {
  expect(accepting('CVE-2026-1')).toMatchObject({
    state: 'accepted',
    decision: { by: 'Grace', expires: fourth, record: 'exception EX-1' },
  });
  expect(accepting('CVE-2026-2')).toMatchObject({ state: 'open', decision: null });
});

const vex = (
  change: Partial<VexInput['statements'][number]> = {},
  issuedAt: string | null = `${third}T00:00:00Z`,
): VexInput => ({
  file: 'left.vex.json',
  author: 'Lantern',
  issuedAt,
  statements: [
    {
      vulnerability: 'CVE-2026-1',
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
      products: ['pkg:npm/left@1.0.0'],
      ...change,
    },
  ],
});
const underVex = (documents: readonly VexInput[], imports = [vulnerable(first)]): Finding | undefined =>
  only(fold(imports, { decisions: { vex: documents, product: ['pkg:github/lantern/app'] } }).findings);

test('VEX applies with its justification', () => {
  expect(underVex([vex()])).toMatchObject({
    state: 'not-affected',
    vex: { status: 'not_affected', stale: null },
    decision: { by: 'Lantern', on: third, reason: 'vulnerable_code_not_in_execute_path', record: 'left.vex.json' },
  });
  expect(underVex([vex({ products: ['pkg:github/lantern/app'] })])?.state).toBe('not-affected');
  expect(underVex([vex({ status: 'fixed', justification: null })])?.state).toBe('not-affected');
  expect(underVex([vex({ status: 'affected' })])).toMatchObject({ state: 'open', vex: { status: 'affected' } });
});

test.each<readonly [string, VexInput, RegExp]>([
  ['about another version', vex({ products: ['pkg:npm/left@0.9.0'] }), /speaks of version 0\.9\.0/],
  ['without a justification', vex({ justification: null }), /no justification/],
  [
    'about the product, older than the finding',
    vex({ products: ['pkg:github/lantern/app'] }, '2025-12-31T00:00:00Z'),
    /before the finding was first seen/,
  ],
  ['about the product, without a time', vex({ products: ['pkg:github/lantern/app'] }, null), /does not say when/],
])('VEX %s is stale and changes nothing', (_, document, because) => {
  expect(underVex([document])).toMatchObject({
    state: 'open',
    vex: { stale: expect.stringMatching(because) as string },
  });
});

test('VEX about the product is stale once the component has changed, and about its version never', () => {
  const imports = [vulnerable(first), vulnerable(fourth, '1.1.0')];
  const product = underVex([vex({ products: ['pkg:github/lantern/app'] })], imports);
  expect(product).toMatchObject({
    state: 'open',
    vex: { stale: expect.stringMatching(/before the component/) as string },
  });
  expect(underVex([vex({ products: ['pkg:npm/left@1.1.0'] }, null)], imports)?.state).toBe('not-affected');
});

test('VEX about another package or product says nothing', () => {
  expect(underVex([vex({ products: ['pkg:npm/right@1.0.0', 'pkg:github/other/app'] })])).toMatchObject({
    state: 'open',
    vex: null,
  });
});

test('a later statement counts before an older one', () => {
  const affected = vex({ status: 'affected', justification: null }, `${fourth}T00:00:00Z`);
  expect(underVex([affected, vex()])?.state).toBe('open');
});

test('new since a base is what is there and was not, by identity', () => {
  const base = fold([shown(first)]).findings;
  const more = anImport(second, [aResult(), aResult({ at: 'src/other.ts:3' })]);
  const current = fold([shown(first), more]).findings;
  expect([...newSince(current, base)]).toEqual(
    current.filter(({ place }) => place?.path === 'src/other.ts').map(({ id }) => id),
  );
  const fixed = fold([shown(first), clean(second)]).findings;
  expect(newSince(fold([shown(first), clean(second), shown(third)]).findings, fixed).size).toBe(1);
});

test('ages: open ones are censored, and one that came back starts anew', () => {
  const asOf = `${fourth}T12:00:00Z`;
  const age = (imports: readonly Import[]): unknown => {
    const finding = only(fold(imports).findings);
    return finding === undefined ? null : ageOf(finding, asOf);
  };
  expect(age([shown(first)])).toEqual({ days: 90, censored: true });
  expect(age([shown(first), clean(second)])).toEqual({ days: 31, censored: false });
  expect(age([shown(first), clean(second), shown(third)])).toEqual({ days: 31, censored: true });
  const finding = only(fold([shown(first)]).findings);
  if (finding === undefined) return;
  expect(termOf(finding, { high: 30 }, asOf)).toEqual({ days: 90, censored: true, termDays: 30, overdueDays: 60 });
  expect(termOf(finding, { critical: 7 }, asOf)).toMatchObject({ termDays: null, overdueDays: 0 });
});

test('the register counts what is shown, apart by analysis and testing, and whether any run came to its end', () => {
  const page = anImport(
    first,
    [{ kind: 'dynamic', rule: 'x', title: 'XSS', severity: 'high', web: { url: 'https://x.example/' } }],
    { tool: 'zap', purposes: ['dast'], completed: null },
  );
  const { findings, state } = fold([
    shown(first),
    page,
    anImport(first, [aResult({ at: 'b.ts:1' })], { tool: 'c' }),
    clean(second, { tool: 'c' }),
  ]);
  expect(findingsRegister(findings, state.runs, { triageDaysMax: 14, asOf: `${second}T00:00:00Z` })).toEqual({
    findings: 2,
    open: 2,
    fixed: 1,
    accepted: 0,
    falsePositive: 0,
    notAffected: 0,
    fromAnalysis: 1,
    fromTesting: 1,
    untriagedOverdue: 2,
    testingUntriagedOverdue: 1,
    triageDaysMax: 14,
    analysisTools: 2,
    testingTools: 0,
  });
});

test('a finding is explained: who saw it, how it was recognised, what its severity rests on', () => {
  const finding = only(fold([vulnerable(first), vulnerable(second)]).findings);
  if (finding === undefined) return;
  expect(explainFinding(finding)).toMatchObject({
    severity: 'high: the word of scanner; nobody gave a vector',
    state: 'open',
    sightings: [
      {
        tool: 'scanner',
        rule: 'GHSA-aaaa-bbbb-cccc',
        at: 'pkg:npm/left@1.0.0, 1.0.0',
        recognisedBy: 'same version',
        seenAt: `${second}T00:00:00Z`,
        part: finding.id,
      },
    ],
  });
});
