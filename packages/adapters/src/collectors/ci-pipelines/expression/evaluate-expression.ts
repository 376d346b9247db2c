// SPDX-License-Identifier: Apache-2.0
import type { Expression } from './parse-expression.ts';

/** Nothing is known of the value. */
export const unknownValue: unique symbol = Symbol('unknown');

/** The value is whatever the author compares it with: the repository's own name in its own workflows. */
export const ownName: unique symbol = Symbol('own name');

export type Value = string | number | boolean | null | typeof unknownValue | typeof ownName;

export type Lookup = (path: string) => Value;

/** The value of an expression as far as it follows from what `lookup` knows. */
export function evaluateExpression(expression: Expression, lookup: Lookup): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'ref':
      return lookup(expression.path);
    case 'not': {
      const truth = truthOf(evaluateExpression(expression.of, lookup));
      return truth === 'unknown' ? unknownValue : truth === 'no';
    }
    case 'call':
      return evaluateCall(
        expression.name,
        expression.args.map((arg) => evaluateExpression(arg, lookup)),
      );
    case 'binary':
      return evaluateBinary(expression, lookup);
  }
}

/** GitHub: false, 0, empty text and null are false. */
export function truthOf(value: Value): 'yes' | 'no' | 'unknown' {
  if (value === unknownValue) return 'unknown';
  return value === ownName || Boolean(value) ? 'yes' : 'no';
}

function evaluateBinary(expression: Expression & { kind: 'binary' }, lookup: Lookup): Value {
  const left = evaluateExpression(expression.left, lookup);
  const right = evaluateExpression(expression.right, lookup);
  const truth = truthOf(left);
  if (expression.operator === '&&') {
    if (truth === 'yes') return right;
    return truth === 'no' ? left : truthOf(right) === 'no' ? right : unknownValue;
  }
  if (expression.operator === '||') {
    if (truth === 'yes') return left;
    return truth === 'no' ? right : truthOf(right) === 'yes' ? right : unknownValue;
  }
  return compare(expression.operator, left, right);
}

function compare(operator: string, left: Value, right: Value): Value {
  if (left === unknownValue || right === unknownValue) return unknownValue;
  if (operator === '==') return isEqual(left, right);
  if (operator === '!=') return !isEqual(left, right);
  const [a, b] = [Number(left === ownName ? Number.NaN : left), Number(right === ownName ? Number.NaN : right)];
  if (Number.isNaN(a) || Number.isNaN(b)) return unknownValue;
  if (operator === '<') return a < b;
  if (operator === '>') return a > b;
  return operator === '<=' ? a <= b : a >= b;
}

function isEqual(left: Value, right: Value): boolean {
  if (left === ownName || right === ownName) return true;
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase();
  if (typeof left === typeof right) return left === right;
  // Values of different types are compared as numbers; null and empty text are 0.
  return Number(left) === Number(right);
}

function evaluateCall(name: string, args: readonly Value[]): Value {
  if (name === 'always' || name === 'success') return true;
  if (name === 'failure' || name === 'cancelled') return false;
  const [text, part] = args;
  if (name === 'contains' || name === 'startswith' || name === 'endswith') return search(name, text, part);
  return unknownValue;
}

function search(name: string, text: Value | undefined, part: Value | undefined): Value {
  if (text === undefined || part === undefined || text === unknownValue || part === unknownValue) return unknownValue;
  if (text === ownName || part === ownName) return true;
  const [a, b] = [String(text ?? '').toLowerCase(), String(part ?? '').toLowerCase()];
  if (name === 'contains') return a.includes(b);
  return name === 'startswith' ? a.startsWith(b) : a.endsWith(b);
}
