// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plumbline/core/findings/finding';
import type { GateException, Violation } from '@plumbline/core/gate/gate-decision';
import type { GateSubject } from '@plumbline/core/facts/records/gate-policy-record';
import type { Concerned } from '@plumbline/findings/exceptions/is-concerned';
import { celSubject } from '../expressions/compile-expression.ts';
import type { AnswerFields, ComponentFields, FindingFields, VerdictFields } from '../vocabulary/subject-values.ts';
import { findingFields } from './finding-fields.ts';
import type { GateInput } from './gate-input.ts';

/** One thing that rules are asked of: its value for expressions, and what to say when it breaks a rule. */
export type RuleItem = {
  readonly value: ReadonlyMap<string, unknown>;
  readonly violation: Omit<Violation, 'message'>;
  readonly concerned: Concerned;
  /** A decision on it that is in force, whatever rule it breaks. */
  readonly decided: GateException | null;
};

/** Every list that rules go through, made once a run. Null: nobody could look. */
export type RuleItems = { readonly [S in GateSubject]: readonly RuleItem[] | null };

export function ruleItems(input: GateInput): RuleItems {
  // What is fixed is not there any more.
  const findings = input.findings.filter(({ state }) => state !== 'fixed');
  const { paths } = input.change;
  const context = { ...input, changed: paths === undefined ? null : new Set(paths) };
  return {
    findings: findings.map((finding) => findingItem(findingFields(finding, context), decisionOf(finding))),
    ...otherItems(input),
  };
}

/** The items of everything but findings. */
export function otherItems(
  given: Pick<GateInput, 'components' | 'verdicts' | 'answers' | 'change'>,
): Omit<RuleItems, 'findings'> {
  return {
    components: given.components?.map((component) => componentItem(component)) ?? null,
    verdicts: given.verdicts?.map((verdict) => verdictItem(verdict)) ?? null,
    answers: given.answers?.map((answer) => answerItem(answer)) ?? null,
    change: [
      {
        value: celSubject('change', given.change),
        violation: { id: 'change', what: 'change', title: 'the change as a whole', at: null },
        concerned: { ids: ['change'], purl: null },
        decided: null,
      },
    ],
  };
}

const componentItem = (component: ComponentFields): RuleItem => ({
  value: celSubject('component', component),
  violation: { id: component.purl, what: 'component', title: component.name, at: component.from },
  concerned: { ids: [component.purl], purl: component.purl },
  decided: null,
});

const verdictItem = (verdict: VerdictFields): RuleItem => ({
  value: celSubject('verdict', verdict),
  violation: { id: verdict.task, what: 'verdict', title: `${verdict.task} is ${verdict.verdict}`, at: verdict.task },
  concerned: { ids: [verdict.task], purl: null },
  decided: null,
});

const answerItem = (answer: AnswerFields): RuleItem => ({
  value: celSubject('answer', answer),
  violation: {
    id: answer.check,
    what: 'answer',
    title: `${answer.check}: ${answer.outcome}`,
    at: answer.tasks.join(', '),
  },
  concerned: { ids: [answer.check], purl: null },
  decided: null,
});

export function findingItem(fields: FindingFields, decided: GateException | null): RuleItem {
  const { id, title, path, line, purl, url, vulnerabilities } = fields;
  const at = path === '' ? purl || url || null : `${path}${line > 0 ? `:${line}` : ''}`;
  return {
    value: celSubject('finding', fields),
    violation: { id, what: 'finding', title, at },
    concerned: { ids: [id, ...vulnerabilities], purl: purl === '' ? null : purl },
    decided,
  };
}

/** What a triage record or VEX says of a finding, shown as the exception that it is. */
function decisionOf({ id, state, decision, vex }: Finding): GateException | null {
  if (state === 'open' || state === 'fixed') return null;
  return {
    id: decision?.record ?? vex?.document ?? state,
    concerns: id,
    reason: decision?.reason ?? vex?.justification ?? state,
    expires: decision?.expires ?? null,
    approval: decision?.approval ?? 'asserted',
    outcome: 'honoured',
  };
}
