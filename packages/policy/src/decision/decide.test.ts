// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '@plumbline/core/digest';
import type { Finding } from '@plumbline/core/findings/finding';
import type { ToolRun } from '@plumbline/core/findings/tool-run';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileExpression } from '../expressions/compile-expression.ts';
import type { GateRule } from '../rules/gate-policy.ts';
import { decide } from './decide.ts';
import type { GateInput } from './gate-input.ts';

function aRule(when: string, change: Partial<GateRule> = {}): GateRule {
  const compiled = compileExpression(when, 'finding');
  if (compiled.state === 'refused') throw new Error(JSON.stringify(compiled.faults));
  return {
    id: 'rule',
    mode: 'enforce',
    from: null,
    tasks: ['PW.7.2'],
    of: 'findings',
    when: compiled.expression,
    needs: [],
    message: 'no',
    whatToDo: '',
    ...change,
  };
}

const report = digestOf('report');
const finding: Finding = {
  id: 'plf-1',
  otherIds: [],
  kind: 'code',
  title: 'SQL injection',
  severity: 'high',
  severityFrom: { of: 'nobody' },
  cvss: [],
  vulnerabilities: [],
  weaknesses: ['CWE-89'],
  place: { path: 'src/db.ts', startLine: 4 },
  web: null,
  component: null,
  fixedVersions: [],
  exploit: { knownExploited: null },
  vex: null,
  state: 'open',
  decision: null,
  firstSeenAt: '2026-05-01T00:00:00Z',
  lastSeenAt: '2026-05-01T00:00:00Z',
  fixedAt: null,
  reopenedAt: null,
  recognised: [],
  sightings: [
    {
      tool: 'a tool',
      toolVersion: '1',
      report,
      commit: null,
      seenAt: '2026-05-01T00:00:00Z',
      result: { kind: 'code', rule: 'r', title: 't', severity: 'high' },
    },
  ],
  merges: [],
};
const ran: ToolRun = { tool: 'a tool', purposes: ['sast'], ran: true, version: '1', results: 1, report };
const crashed: ToolRun = { tool: 'another', purposes: ['sast'], ran: false, because: 'it crashed' };

function anInput(rules: readonly [GateRule, ...GateRule[]], change: Partial<GateInput> = {}): GateInput {
  return {
    policy: { requires: [], exceptionApproval: 'asserted', rules },
    origin: { id: 'p', digest: digestOf('p'), from: 'security/gate-policy.yaml' },
    subject: { uri: 'u', commit: 'c', base: 'b' },
    asOf: '2026-05-11T23:59:59Z',
    findings: [finding],
    newFindings: new Map([['plf-1', true]]),
    components: [],
    unseenComponents: [],
    verdicts: null,
    answers: null,
    change: { paths: ['src/db.ts'] },
    alters: [],
    exceptions: { base: [], change: [], verified: new Set() },
    runs: [ran],
    nothingFor: new Set(),
    data: new Set(),
    ...change,
  };
}

const severe = "finding.severity.atLeast('high') && finding.isNew";

test('a finding that breaks an enforced rule fails the gate, and says where', () => {
  const decision = decide(anInput([aRule(severe, { needs: ['sast'] })]));
  expect(decision).toMatchObject({
    outcome: 'failed',
    rules: [{ outcome: 'failed', violations: [{ id: 'plf-1', at: 'src/db.ts:4' }] }],
    touches: ['PW.7.2'],
  });
});

test.each([
  ['a rule that warns', aRule(severe, { mode: 'warn' }), {}, ['passed', 'warned']],
  ['a rule whose day is still to come', aRule(severe, { from: '2026-05-12' }), {}, ['passed', 'warned']],
  ['a rule whose day has come', aRule(severe, { from: '2026-05-11' }), {}, ['failed', 'failed']],
  ['what is fixed', aRule(severe), { findings: [{ ...finding, state: 'fixed' }] }, ['passed', 'passed']],
  ['no results of the base', aRule(severe), { newFindings: new Map() }, ['could-not-assess', 'could-not-assess']],
  ['no tool ran', aRule('false', { needs: ['sast'] }), { runs: [] }, ['could-not-assess', 'could-not-assess']],
  [
    'one tool of two crashed',
    aRule('false', { needs: ['sast'] }),
    { runs: [ran, crashed] },
    ['could-not-assess', 'could-not-assess'],
  ],
  [
    'exploitation of a vulnerability, without CVE records',
    aRule("finding.ssvcExploitation == 'active'"),
    { findings: [{ ...finding, vulnerabilities: ['CVE-2026-1000'] }] },
    ['could-not-assess', 'could-not-assess'],
  ],
  [
    'exploitation of a vulnerability that none of the CVE records speaks of',
    aRule("finding.ssvcExploitation == 'active'"),
    { findings: [{ ...finding, vulnerabilities: ['CVE-2026-1000'] }], data: new Set(['cve']) },
    ['passed', 'passed'],
  ],
  [
    'exploitation of a vulnerability, as its record states it',
    aRule("finding.ssvcExploitation == 'active' && finding.ssvcAutomatable == 'yes'"),
    {
      findings: [
        { ...finding, exploit: { knownExploited: null, ssvc: { exploitation: 'active', automatable: 'yes' } } },
      ],
    },
    ['failed', 'failed'],
  ],
  ['a failure outranks what is missing', aRule(severe, { needs: ['kev'] }), {}, ['failed', 'failed']],
  [
    'without components there is nothing to know of them',
    aRule('false', { of: 'components', needs: ['osv'] }),
    {},
    ['passed', 'passed'],
  ],
  [
    'no tool ran, and there is nothing for one',
    aRule('false', { needs: ['sca'] }),
    { nothingFor: new Set(['sca']) },
    ['passed', 'passed'],
  ],
  [
    'a lockfile that could not be read may hold components',
    aRule('false', { of: 'components' }),
    { unseenComponents: ['package-lock.json could not be read'] },
    ['could-not-assess', 'could-not-assess'],
  ],
  ['no tool ran at all', aRule('false'), { runs: [], findings: [] }, ['could-not-assess', 'could-not-assess']],
  ['nobody could look', aRule('false', { of: 'answers' }), {}, ['could-not-assess', 'could-not-assess']],
] as const)('%s', (_, rule, change, expected) => {
  const decision = decide(anInput([rule], change as Partial<GateInput>));
  expect([decision.outcome, decision.rules[0]?.outcome]).toEqual(expected);
});

test('what the policy requires decides without any rule', () => {
  const input = anInput([aRule('false')]);
  expect(decide({ ...input, policy: { ...input.policy, requires: ['sca'] } })).toMatchObject({
    outcome: 'could-not-assess',
    missing: ['no sca tool ran on this commit'],
  });
});

test('an exception covers a violation and is shown', () => {
  const base = [
    {
      id: 'EX-1',
      concerns: 'plf-1',
      reason: 'test code',
      requestedBy: 'a',
      approvedBy: 'b',
      approvedOn: '2026-05-01',
      expires: '2026-06-01',
    },
  ];
  const decision = decide(anInput([aRule(severe)], { exceptions: { base, change: [], verified: new Set() } }));
  expect(decision).toMatchObject({
    outcome: 'passed',
    rules: [{ violations: [], excepted: [{ exception: { id: 'EX-1', approval: 'asserted' } }] }],
  });
  const own = decide(anInput([aRule(severe)], { exceptions: { base: [], change: base, verified: new Set() } }));
  expect(own).toMatchObject({ outcome: 'failed', exceptions: [{ outcome: 'in-the-change' }] });
});

test('the memory of what was told changes no decision', () => {
  const texts = [
    severe,
    "finding.path.glob('src/**')",
    'finding.ageDays > 5',
    "finding.title == 'x' || finding.inChange",
  ];
  const some = fc.record({
    severity: fc.constantFrom('critical', 'high', 'low', 'unrated'),
    title: fc.constantFrom('x', 'y'),
    path: fc.constantFrom('src/a.ts', 'test/a.ts'),
    isNew: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), fc.constantFrom(...texts), (given, text) => {
      const findings = given.map(({ severity, title, path }, index) => ({
        ...finding,
        id: `plf-${index}` as const,
        severity: severity as Finding['severity'],
        title,
        place: { path },
      }));
      const newFindings = new Map(given.map(({ isNew }, index) => [`plf-${index}`, isNew]));
      const rule = aRule(text);
      const forgetful = { ...rule, when: { ...rule.when, fields: null } };
      const [a, b] = [rule, forgetful].map((one) => decide(anInput([one], { findings, newFindings })).rules);
      expect(a).toEqual(b);
    }),
  );
});
