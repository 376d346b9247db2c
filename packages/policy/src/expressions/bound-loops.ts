// SPDX-License-Identifier: Apache-2.0
import { CelScalar, celFunc, parse, type CelFunc } from '@bufbuild/cel';
import type { Parsed } from './check-names.ts';

/** Steps of loops that are left to the expressions of one decision. */
export type StepBudget = { left: number };

/** About five seconds; five hundred times through ten thousand findings. */
export const stepsMax = 5_000_000;

type Expr = Parsed['expr'];

const call = 'withinSteps';
let running: StepBudget = { left: 0 };

/** What every step of a loop asks first. Its error ends each loop around it at the next step. */
export const withinSteps: CelFunc = celFunc(call, [], CelScalar.BOOL, () => {
  running.left -= 1;
  if (running.left < 0) throw new Error(`the loops of the policy take more than ${stepsMax} steps`);
  return true;
});

/** Evaluates with a budget: evaluation has no pauses, so that one is running at a time. */
export function within<T>(budget: StepBudget, evaluate: () => T): T {
  running = budget;
  return evaluate();
}

/**
 * Makes every loop of an expression count its steps. A loop in a loop over ten thousand findings is a hundred million of them,
 * and nothing else ends it.
 */
export function boundLoops(expr: Expr | undefined): void {
  if (expr === undefined) return;
  const { exprKind: kind } = expr;
  if (kind.case === 'selectExpr') boundLoops(kind.value.operand);
  if (kind.case === 'listExpr') for (const element of kind.value.elements) boundLoops(element);
  if (kind.case === 'callExpr') for (const part of [kind.value.target, ...kind.value.args]) boundLoops(part);
  if (kind.case !== 'comprehensionExpr') return;
  const { iterRange, accuInit, loopCondition, loopStep, result } = kind.value;
  for (const part of [iterRange, accuInit, loopCondition, loopStep, result]) boundLoops(part);
  const both = parse(`${call}() && true`).expr;
  if (both.exprKind.case !== 'callExpr' || loopCondition === undefined) return;
  both.exprKind.value.args[1] = loopCondition;
  kind.value.loopCondition = both;
}
