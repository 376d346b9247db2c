// SPDX-License-Identifier: Apache-2.0
import type { SgNode } from '@ast-grep/napi';
import type { CallForm, CallRule } from '../code-rule.ts';
import { argumentOf, calleeOf } from './call-parts.ts';
import type { CallForm as Written, Dialect } from './dialect.ts';

const textMax = 4000;

/** Calls that are wrong by what they say themselves. */
export function* findCalls(
  root: SgNode,
  dialect: Dialect,
  rules: readonly CallRule[],
): Generator<{ readonly rule: CallRule; readonly call: SgNode }> {
  for (const [kind, written] of Object.entries(dialect.calls)) {
    for (const call of root.findAll({ rule: { kind } })) {
      const callee = calleeOf(call, written);
      for (const rule of rules)
        if (rule.calls.some((form) => form.callee.test(callee) && fits(call, written, form))) yield { rule, call };
    }
  }
}

function fits(call: SgNode, written: Written, { arguments: wanted, when, unless }: CallForm): boolean {
  const text = when === undefined && unless === undefined ? '' : call.text().slice(0, textMax);
  if (when?.test(text) === false || unless?.test(text) === true) return false;
  return Object.entries(wanted ?? {}).every(([which, form]) => {
    const argument = argumentOf(call, written, /^\d+$/.test(which) ? Number(which) : which);
    return argument !== null && form.test(argument.text().slice(0, textMax));
  });
}
