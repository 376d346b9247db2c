// SPDX-License-Identifier: Apache-2.0
import type { StepBudget } from '../expressions/bound-loops.ts';
import type { Judged } from '../expressions/compile-expression.ts';
import type { GateRule } from '../rules/gate-policy.ts';
import { listShapes, variableOf } from '../vocabulary/subject-shapes.ts';
import type { RuleItem, RuleItems } from './rule-items.ts';

const namedMax = 3;

export type JudgedItems = {
  readonly broken: readonly RuleItem[];
  /** Why it could not be told for some, and for how many. */
  readonly untold: readonly string[];
};

/** `budget`: what is left to all rules of the decision. */
export type Judging = { readonly today: string; readonly items: RuleItems; readonly budget: StepBudget };

/**
 * Asks a rule of every item. An expression sees only some fields of an item, and ten thousand findings have few different
 * values in them: what was told of one is told of all that are alike in these.
 */
export function judgeItems(
  rule: GateRule,
  items: readonly RuleItem[],
  { today, items: lists, budget }: Judging,
): JudgedItems {
  const { when, of } = rule;
  const bindings = { today, ...(of === 'change' ? valuesOf(lists) : {}) };
  const known = new Map<string, Judged>();
  const broken: RuleItem[] = [];
  const untold = new Map<string, RuleItem[]>();
  for (const item of items) {
    const key = when.fields === null ? undefined : keyOf(item, when.fields);
    const judged =
      (key === undefined ? undefined : known.get(key)) ??
      when.judge({ ...bindings, [variableOf[of]]: item.value }, budget);
    if (key !== undefined) known.set(key, judged);
    if (judged.state === 'told') {
      if (judged.value) broken.push(item);
      continue;
    }
    const alike = untold.get(judged.because);
    if (alike === undefined) untold.set(judged.because, [item]);
    else alike.push(item);
  }
  return { broken, untold: [...untold].map(([because, about]) => untoldOf(because, about)) };
}

/** The reason, and of what: the first of them by name. */
function untoldOf(because: string, about: readonly RuleItem[]): string {
  const names = about.flatMap(({ violation: { what, id } }) => (what === 'change' ? [] : [id]));
  const more = names.length - namedMax;
  return names.length === 0
    ? because
    : `${because} (${names.slice(0, namedMax).join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}

/** The values of some fields as one text; what is unknown reads unlike any value. */
function keyOf({ value }: RuleItem, fields: readonly string[]): string {
  let key = '';
  for (const field of fields) {
    const one = value.get(field);
    key +=
      typeof one === 'string' ? `"${one}\n` : typeof one === 'object' ? `${JSON.stringify(one)}\n` : `${String(one)}\n`;
  }
  return key;
}

function valuesOf(lists: RuleItems): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    (Object.keys(listShapes) as (keyof RuleItems)[]).flatMap((name) => {
      const items = lists[name];
      return items === null ? [] : [[name, items.map(({ value }) => value)]];
    }),
  );
}
