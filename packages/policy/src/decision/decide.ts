// SPDX-License-Identifier: Apache-2.0
import type { GateDecision, GateException, GateRuleResult, Violation } from '@plumbline/core/gate/gate-decision';
import { isConcerned } from '@plumbline/findings/exceptions/is-concerned';
import { judgeExceptions } from '@plumbline/findings/exceptions/judge-exceptions';
import { type StepBudget, stepsMax } from '../expressions/bound-loops.ts';
import type { GateRule } from '../rules/gate-policy.ts';
import type { GateInput } from './gate-input.ts';
import { judgeItems } from './judge-items.ts';
import { missingNeeds } from './missing-needs.ts';
import { ruleItems, type RuleItem, type RuleItems } from './rule-items.ts';

/**
 * The gate's decision: a pure function of its input. A rule is broken by what its expression is true for and no exception in
 * force covers; where something is missing to tell, it could not be assessed, which is no pass. A failure outranks that.
 */
export function decide(input: GateInput): GateDecision {
  return decideItems(input, ruleItems(input));
}

/** The same over items that were made before, or made up, as in the tests of a policy. */
export function decideItems(input: GateInput, items: RuleItems): GateDecision {
  const { policy, origin, subject, asOf, runs, findings, components } = input;
  const exceptions = judgeExceptions(input.exceptions, { approval: policy.exceptionApproval, asOf });
  const deciding: Deciding = { input, items, exceptions, budget: { left: stepsMax } };
  const rules = policy.rules.map((rule) => decideRule(rule, deciding));
  const present = findings.filter(({ state }) => state !== 'fixed').length;
  return {
    policy: origin,
    subject,
    asOf,
    outcome: outcomeOf(rules, missingNeeds(policy.requires, input)),
    rules,
    exceptions,
    runs,
    alters: input.alters,
    touches: touchedTasks(rules, input),
    counted: {
      findings: present,
      components: components?.length ?? 0,
      newFindings: countNew(input),
    },
    missing: missingNeeds(policy.requires, input),
  };
}

/** How many are new; null when that is not known of all. */
function countNew({ findings, newFindings }: GateInput): number | null {
  const present = findings.filter(({ state }) => state !== 'fixed');
  if (present.some(({ id }) => !newFindings.has(id))) return null;
  return present.filter(({ id }) => newFindings.get(id) === true).length;
}

type Deciding = {
  readonly input: GateInput;
  readonly items: RuleItems;
  readonly exceptions: readonly GateException[];
  readonly budget: StepBudget;
};

function decideRule(rule: GateRule, { input, items, exceptions, budget }: Deciding): GateRuleResult {
  const asked = items[rule.of];
  const { broken, untold } = judgeItems(rule, asked ?? [], { today: input.asOf.slice(0, 10), items, budget });
  const missing = [...missingOf(rule, asked, input), ...untold];
  const violations: Violation[] = [];
  const excepted: { violation: Violation; exception: GateException }[] = [];
  for (const item of broken) {
    const violation = { ...item.violation, message: rule.message };
    const exception = exceptionFor(item, rule, exceptions);
    if (exception === null) violations.push(violation);
    else excepted.push({ violation, exception });
  }
  const enforced = rule.mode === 'enforce' && (rule.from === null || rule.from <= input.asOf.slice(0, 10));
  return {
    rule: rule.id,
    tasks: rule.tasks,
    mode: rule.mode,
    from: rule.from,
    outcome: ruleOutcome(violations.length > 0, missing.length > 0, enforced),
    enforced,
    message: rule.message,
    whatToDo: rule.whatToDo,
    violations,
    excepted,
    because: missing.length === 0 ? null : missing.join('; '),
  };
}

/** What a rule could not be decided without. Of a complete list that is empty nothing has to be known. */
function missingOf(rule: GateRule, asked: readonly RuleItem[] | null, input: GateInput): readonly string[] {
  if (asked === null) return [`${rule.of} could not be looked at`];
  const unseen = rule.of === 'components' ? input.unseenComponents : [];
  if (asked.length === 0 && rule.of !== 'findings') return unseen;
  const needs = [...unseen, ...missingNeeds(rule.needs, input)];
  if (rule.of !== 'findings' || needs.length > 0 || input.runs.length > 0) return needs;
  return ['no tool ran on this commit, so that nobody looked for findings'];
}

function ruleOutcome(broken: boolean, missing: boolean, enforced: boolean): GateRuleResult['outcome'] {
  if (broken) return enforced ? 'failed' : 'warned';
  return missing ? 'could-not-assess' : 'passed';
}

function exceptionFor(item: RuleItem, rule: GateRule, exceptions: readonly GateException[]): GateException | null {
  if (item.decided !== null) return item.decided;
  const concerned = { ...item.concerned, ids: [...item.concerned.ids, rule.id, ...rule.tasks] };
  return exceptions.find(({ outcome, concerns }) => outcome === 'honoured' && isConcerned(concerns, concerned)) ?? null;
}

function outcomeOf(rules: readonly GateRuleResult[], missing: readonly string[]): GateDecision['outcome'] {
  if (rules.some(({ outcome }) => outcome === 'failed')) return 'failed';
  const open = rules.some(({ outcome, enforced }) => outcome === 'could-not-assess' && enforced);
  return open || missing.length > 0 ? 'could-not-assess' : 'passed';
}

/** The tasks of the rules that were broken or excepted, and, for a known change, of those over what it touches. */
function touchedTasks(rules: readonly GateRuleResult[], { change, policy }: GateInput): readonly string[] {
  const broken = rules.filter(({ violations, excepted }) => violations.length + excepted.length > 0);
  const { touchesLockfiles, touchesPipelines, paths } = change;
  const areas = new Set([
    ...(touchesLockfiles === true ? ['components' as const] : []),
    ...(touchesPipelines === true ? ['answers' as const, 'verdicts' as const] : []),
    ...((paths?.length ?? 0) > 0 ? ['findings' as const] : []),
  ]);
  const touched = policy.rules.filter(({ of }) => of !== 'change' && areas.has(of));
  return [...new Set([...broken, ...touched].flatMap(({ tasks }) => tasks))].sort();
}
