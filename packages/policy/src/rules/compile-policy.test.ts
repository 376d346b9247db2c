// SPDX-License-Identifier: Apache-2.0
import type { GatePolicyRecord, GateRule } from '@plumbline/core/facts/records/gate-policy-record';
import { expect, test } from 'vitest';
import { compilePolicy } from './compile-policy.ts';
import type { ValuePlace } from './policy-fault.ts';

const rule: GateRule = {
  id: 'a',
  mode: 'enforce',
  tasks: ['PW.7.2'],
  criterion: 'nothing severe',
  of: 'findings',
  when: "finding.severity == 'high'",
};

function faultsOf(rules: readonly Partial<GateRule>[], place: Partial<ValuePlace> = {}): readonly string[] {
  const record: GatePolicyRecord = { owner: null, reviewedOn: null, rules: rules.map((one) => ({ ...rule, ...one })) };
  const compiled = compilePolicy(record, {
    placeOf: () => ({ line: 7, column: 11, literal: false, indent: 0, ...place }),
    isTask: (id) => id === 'PW.7.2',
  });
  return compiled.state === 'compiled'
    ? []
    : compiled.faults.map(({ because, line, column }) => `${line}:${column} ${because}`);
}

test('a policy that can be decided', () => {
  expect(faultsOf([{}])).toEqual([]);
});

test.each([
  ['no rules', [], /without rules/],
  ['an id twice', [{}, {}], /another rule 'a'/],
  ['a task that is none', [{ tasks: ['PW.99.9'] }], /'PW.99.9' is no task/],
  ['no task', [{ tasks: [] }], /serves no task/],
  ['a misspelt field', [{ when: 'finding.severty' }], /finding has no 'severty'/],
  ['another subject', [{ when: 'component.purl' }], /'component' is not known here/],
] as const)('%s', (_, rules, because) => {
  expect(faultsOf(rules).join('; ')).toMatch(because);
});

const placeOf = (): ValuePlace => ({ line: 1, column: 1, literal: false, indent: 0 });

test('a rule for people only', () => {
  const { when: _, ...stated } = rule;
  const record: GatePolicyRecord = { owner: null, reviewedOn: null, rules: [stated] };
  expect(compilePolicy(record, { placeOf, isTask: () => true })).toMatchObject({
    faults: [{ because: "rule 'a' has no 'when': no gate can decide it" }],
  });
});

test('where in the file, on one line and in a block', () => {
  expect(faultsOf([{ when: 'true && finding.nope' }])[0]).toMatch(/^7:26 /);
  expect(faultsOf([{ when: 'true &&\n finding.nope' }], { literal: true, indent: 6 })[0]).toMatch(/^9:15 /);
});
