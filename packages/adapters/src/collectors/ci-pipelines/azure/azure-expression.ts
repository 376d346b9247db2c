// SPDX-License-Identifier: Apache-2.0
import { type Expression, parseExpression } from '../expression/parse-expression.ts';
import { unknownValue, type Value } from '../expression/evaluate-expression.ts';
import { allOf, anyOf, notOf, type Ternary } from '../three-valued.ts';

export type AzureLookup = (path: string) => Value;

/** Whether an Azure Pipelines condition such as `and(succeeded(), eq(variables['Build.Reason'], 'PullRequest'))` holds. */
export function azureConditionHolds(condition: string | undefined, lookup: AzureLookup): Ternary {
  if (condition === undefined || condition.trim() === '') return 'yes';
  const source = condition
    .trim()
    .replace(/^\$\{\{\s*(?:if|elseif)\s+/, '')
    .replace(/\}\}$/, '');
  const expression = parseExpression(source.replaceAll(/\$\(([\w.]{1,80})\)/g, "variables['$1']"));
  return expression === null ? 'unknown' : truth(expression, lookup, 0);
}

function truth(expression: Expression, lookup: AzureLookup, depth: number): Ternary {
  if (depth > 50) return 'unknown';
  if (expression.kind !== 'call') return truthOfValue(valueOf(expression, lookup));
  const parts = (): readonly Ternary[] => expression.args.map((arg) => truth(arg, lookup, depth + 1));
  switch (expression.name) {
    case 'and':
      return allOf(parts());
    case 'or':
      return anyOf(parts());
    case 'not':
      return notOf(parts()[0] ?? 'unknown');
    case 'succeeded':
    case 'succeededorfailed':
    case 'always':
      return 'yes';
    case 'failed':
    case 'canceled':
      return 'no';
    default:
      return compare(
        expression.name,
        expression.args.map((arg) => valueOf(arg, lookup)),
      );
  }
}

function compare(name: string, [first, ...others]: readonly Value[]): Ternary {
  const text = lower(first);
  const rest = others.map(lower);
  if (text === undefined || rest.length === 0 || rest.includes(undefined)) return 'unknown';
  const [other = ''] = rest;
  if (name === 'eq') return is(text === other);
  if (name === 'ne') return is(text !== other);
  if (name === 'in') return is(rest.includes(text));
  if (name === 'notin') return is(!rest.includes(text));
  if (name === 'startswith') return is(text.startsWith(other));
  if (name === 'endswith') return is(text.endsWith(other));
  return name === 'contains' ? is(text.includes(other)) : 'unknown';
}

function is(value: boolean): Ternary {
  return value ? 'yes' : 'no';
}

function valueOf(expression: Expression, lookup: AzureLookup): Value {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'ref') return lookup(expression.path);
  return unknownValue;
}

function lower(value: Value | undefined): string | undefined {
  return value === undefined || typeof value === 'symbol' ? undefined : String(value ?? '').toLowerCase();
}

function truthOfValue(value: Value): Ternary {
  if (typeof value === 'symbol') return 'unknown';
  return value === false || value === null || value === '' || value === 0 || String(value).toLowerCase() === 'false'
    ? 'no'
    : 'yes';
}
