// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '@plumbline/core/digest';
import { purposeOfNeed, type GateNeed } from '@plumbline/core/facts/records/gate-policy-record';
import type { ToolRun } from '@plumbline/core/findings/tool-run';
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import { decideItems } from '../decision/decide.ts';
import type { GateInput } from '../decision/gate-input.ts';
import { findingItem, otherItems } from '../decision/rule-items.ts';
import type { GatePolicy } from '../rules/gate-policy.ts';
import { holdsOf } from '../vocabulary/holds-of.ts';
import type { PolicyTest, PolicyTestCase } from './policy-test.ts';
import { anAnswer, aComponent, aFinding, aVerdict } from './plain-subjects.ts';

export type PolicyTestResult = { readonly name: string; readonly faults: readonly string[] };

/** `untested`: rules of which no test says that something breaks them, or that something does not. */
export type PolicyTestReport = {
  readonly results: readonly PolicyTestResult[];
  readonly untested: readonly {
    readonly rule: string;
    readonly lacks: 'a test that breaks it' | 'a test that it passes';
  }[];
};

/** Runs a policy's own tests. A rule that no test breaks may as well not be there: it is reported as untested. */
export function runPolicyTests(policy: GatePolicy, tests: readonly PolicyTest[]): PolicyTestReport {
  const decided = tests.map((test) => ({ test, decision: decideCase(policy, test.given) }));
  return {
    results: decided.map(({ test, decision }) => ({ name: test.name, faults: faultsOf(test, decision) })),
    untested: policy.rules.flatMap(({ id }) => {
      const expected = tests.map(({ expect }) => expect.rules[id]);
      const broken = expected.some((outcome) => outcome === 'failed' || outcome === 'warned');
      const passed = expected.includes('passed');
      return [
        ...(broken ? [] : [{ rule: id, lacks: 'a test that breaks it' as const }]),
        ...(passed ? [] : [{ rule: id, lacks: 'a test that it passes' as const }]),
      ];
    }),
  };
}

function faultsOf({ expect }: PolicyTest, decision: GateDecision): readonly string[] {
  const outcome =
    expect.outcome === null || expect.outcome === decision.outcome
      ? []
      : [`the gate decided ${decision.outcome}, expected ${expect.outcome}`];
  const rules = Object.entries(expect.rules).flatMap(([id, expected]) => {
    const rule = decision.rules.find((candidate) => candidate.rule === id);
    if (rule === undefined) return [`there is no rule '${id}'`];
    const because = rule.because === null ? '' : ` (${rule.because})`;
    return rule.outcome === expected ? [] : [`${id} is ${rule.outcome}${because}, expected ${expected}`];
  });
  return [...outcome, ...rules];
}

function decideCase(policy: GatePolicy, given: PolicyTestCase): GateDecision {
  const { findings, exceptions, on, change } = given;
  const components = given.components.map((component) => ({ ...aComponent, ...component }));
  const verdicts = given.verdicts.map((verdict) => ({
    ...aVerdict,
    holds: holdsOf(verdict.verdict ?? 'unknown'),
    ...verdict,
  }));
  const answers = given.answers.map((answer) => ({
    ...anAnswer,
    holds: holdsOf(answer.outcome ?? 'unknown'),
    ...answer,
  }));
  const input: GateInput = {
    policy,
    origin: { id: 'policy', digest: digestOf('policy'), from: 'test' },
    subject: { uri: 'test', commit: 'test', base: null },
    asOf: `${on ?? enforcedFrom(policy)}T23:59:59Z`,
    findings: [],
    newFindings: new Map(),
    components,
    unseenComponents: [],
    verdicts,
    answers,
    change,
    alters: [],
    exceptions: { base: exceptions, change: [], verified: new Set() },
    runs: [...given.ran.flatMap(aRun), ...given.failed.flatMap(aFailure)],
    nothingFor: new Set(),
    data: new Set(given.ran),
  };
  const items = findings.map((fields, index) =>
    findingItem({ ...aFinding, id: `finding ${index + 1}`, ...fields }, null),
  );
  return decideItems(input, { findings: items, ...otherItems(input) });
}

/** A day on which every rule is enforced, and none earlier than that of the built-in examples. */
function enforcedFrom({ rules }: GatePolicy): string {
  return rules.reduce((latest, { from }) => (from !== null && from > latest ? from : latest), '2026-01-01');
}

function aRun(need: GateNeed): readonly ToolRun[] {
  const purpose = purposeOfNeed[need];
  const report = digestOf(need);
  return purpose === null ? [] : [{ tool: need, purposes: [purpose], ran: true, version: '1', results: 0, report }];
}

function aFailure(need: GateNeed): readonly ToolRun[] {
  const purpose = purposeOfNeed[need];
  return purpose === null ? [] : [{ tool: need, purposes: [purpose], ran: false, because: 'it crashed' }];
}
