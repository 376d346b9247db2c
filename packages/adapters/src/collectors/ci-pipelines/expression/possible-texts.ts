// SPDX-License-Identifier: Apache-2.0
import type { Expression } from './parse-expression.ts';

/** The texts that an expression may become, such as those of `a && 'x' || 'y'`; null where one of them is not known. */
export function possibleTexts(
  expression: Expression,
  lookup: (path: string) => readonly string[] | null,
): readonly string[] | null {
  if (expression.kind === 'literal') return [String(expression.value ?? '')];
  if (expression.kind === 'ref') return lookup(expression.path);
  if (expression.kind !== 'binary') return null;
  if (expression.operator === '&&') return possibleTexts(expression.right, lookup);
  if (expression.operator !== '||') return null;
  const left = possibleTexts(expression.left, lookup);
  const right = possibleTexts(expression.right, lookup);
  return left === null || right === null ? null : [...left, ...right];
}
