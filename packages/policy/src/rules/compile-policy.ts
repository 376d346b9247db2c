// SPDX-License-Identifier: Apache-2.0
import type { GatePolicyRecord, GateRule as RuleRecord } from '@plumbline/core/facts/records/gate-policy-record';
import { compileExpression } from '../expressions/compile-expression.ts';
import type { ExpressionFault } from '../expressions/expression-fault.ts';
import { variableOf } from '../vocabulary/subject-shapes.ts';
import type { GatePolicy, GateRule } from './gate-policy.ts';
import type { PlaceOf, PolicyFault, Step, ValuePlace } from './policy-fault.ts';

export type CompiledPolicy =
  | { readonly state: 'compiled'; readonly policy: GatePolicy }
  | { readonly state: 'refused'; readonly faults: readonly PolicyFault[] };

const rulesMax = 500;

/** What a policy is compiled against: where its values stand, and which task ids there are. */
export type PolicyContext = { readonly placeOf: PlaceOf; readonly isTask: (id: string) => boolean };

/**
 * Makes a policy decidable. Refused, with line and column: an expression that is none or names what nobody knows, a rule
 * without a question, an id that comes twice, a task that the catalog does not have, no rule at all.
 */
export function compilePolicy(record: GatePolicyRecord, context: PolicyContext): CompiledPolicy {
  const faults: PolicyFault[] = [];
  const fault = (steps: readonly Step[], because: string): void => {
    const { line, column } = context.placeOf(steps);
    faults.push({ because, line, column });
  };
  if (record.rules.length > rulesMax) fault(['rules'], `more than ${rulesMax} rules`);
  const seen = new Set<string>();
  const rules = record.rules.slice(0, rulesMax).flatMap((rule, index) => {
    const at = ['rules', index];
    if (seen.has(rule.id)) fault([...at, 'id'], `there is another rule '${rule.id}'`);
    seen.add(rule.id);
    for (const [number, task] of rule.tasks.entries())
      if (!context.isTask(task)) fault([...at, 'tasks', number], `'${task}' is no task of the SSDF`);
    if (rule.tasks.length === 0) fault(at, `rule '${rule.id}' serves no task of the SSDF`);
    return compileRule(rule, at, { context, faults, fault });
  });
  const [first, ...others] = rules;
  if (record.rules.length === 0) fault(['rules'], 'a policy without rules would let everything pass');
  if (faults.length > 0 || first === undefined) return { state: 'refused', faults };
  return {
    state: 'compiled',
    policy: {
      requires: record.requires ?? [],
      exceptionApproval: record.exceptionApproval ?? 'asserted',
      rules: [first, ...others],
    },
  };
}

type Compiling = {
  readonly context: PolicyContext;
  readonly faults: PolicyFault[];
  readonly fault: (steps: readonly Step[], because: string) => void;
};

function compileRule(
  rule: RuleRecord,
  at: readonly Step[],
  { context, faults, fault }: Compiling,
): readonly GateRule[] {
  const { of, when } = rule;
  if (of === undefined || when === undefined) {
    fault(at, `rule '${rule.id}' has no ${of === undefined ? "'of'" : "'when'"}: no gate can decide it`);
    return [];
  }
  const compiled = compileExpression(when, variableOf[of]);
  if (compiled.state === 'refused') {
    const place = context.placeOf([...at, 'when']);
    faults.push(...compiled.faults.map((inside) => placed(inside, place)));
    return [];
  }
  return [
    {
      id: rule.id,
      mode: rule.mode,
      from: rule.from ?? null,
      tasks: rule.tasks,
      of,
      when: compiled.expression,
      needs: rule.needs ?? [],
      message: rule.message ?? `This does not hold: ${rule.criterion}`,
      whatToDo: rule.whatToDo ?? '',
    },
  ];
}

/** A place in an expression as one in the file. */
function placed({ because, line, column }: ExpressionFault, at: ValuePlace): PolicyFault {
  if (at.literal) return { because, line: at.line + line, column: at.indent + column };
  return line === 1
    ? { because, line: at.line, column: at.column + column - 1 }
    : { because, line: at.line, column: at.column };
}
