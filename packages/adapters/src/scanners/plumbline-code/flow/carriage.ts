// SPDX-License-Identifier: Apache-2.0
import type { SgNode } from '@ast-grep/napi';
import { calleeOf } from './call-parts.ts';
import type { CallForm, Dialect } from './dialect.ts';

/** Variables and members that hold data from outside, by their text, with where it came in; null where it was looked at. */
export type Variables = Map<string, SgNode | null>;

/** The node where data in a value came in; null when it holds none that is known. */
export type Carriage = (value: SgNode, variables: Variables, sanitizers?: RegExp) => SgNode | null;

const sourceTextMax = 300;
const depthMax = 200;
/** Operators that join texts, or choose one of two values. */
const joining = new Set(['+', '.', '%', '||', '&&', '??', 'or', 'and', '?:', '<<']);
/** Members that are numbers whatever they belong to. */
const harmlessMembers = /(?:\.|->|\?\.)(?:length|size|Length|Count|count)(?:\(\))?$/;
const numericCasts = /^\(\s*(?:int|integer|float|double|bool|boolean|long|short|uint|decimal)\s*\)/i;

/** What carries data from outside in a dialect. */
export function createCarriage(dialect: Dialect): Carriage {
  const of = (
    value: SgNode,
    given: { variables: Variables; sanitizers: RegExp | undefined; depth: number },
  ): SgNode | null => {
    if (given.depth > depthMax) return null;
    const kind = String(value.kind());
    const next = { ...given, depth: given.depth + 1 };
    const form = dialect.calls[kind];
    const parts = dialect.parts[kind];
    if (dialect.names.has(kind)) return known(value, value.text(), given.variables) ?? null;
    if (form === undefined && parts === undefined) return null;
    const text = value.text().slice(0, sourceTextMax);
    if (harmlessMembers.test(text) || numericCasts.test(text)) return null;
    if (form !== undefined) return ofCall(value, form, next);
    if (parts === '+') return joining.has(operatorOf(value)) ? first(value.children(), next) : null;
    const source = known(value, text, given.variables);
    if (source !== undefined) return source;
    return first(
      parts === '*' || parts === undefined ? value.children() : parts.map((field) => value.field(field)),
      next,
    );
  };
  const known = (value: SgNode, text: string, variables: Variables): SgNode | null | undefined =>
    variables.has(text) ? variables.get(text) : dialect.sources.test(text) ? value : undefined;
  const first = (values: readonly (SgNode | null)[], given: Parameters<typeof of>[1]): SgNode | null => {
    for (const value of values) {
      const source = value === null ? null : of(value, given);
      if (source !== null) return source;
    }
    return null;
  };
  const ofCall = (value: SgNode, form: CallForm, given: Parameters<typeof of>[1]): SgNode | null => {
    const callee = calleeOf(value, form);
    if (dialect.sanitizers.test(callee) || given.sanitizers?.test(callee) === true) return null;
    const source = known(value, value.text().slice(0, sourceTextMax), given.variables);
    if (source !== undefined) return source;
    const target = value.field(form.callee[0]);
    const receiver = form.callee.length === 2 ? target : receiverOf(target, dialect);
    const carried = receiver === null ? null : of(receiver, given);
    if (carried !== null || !dialect.carriers.test(callee)) return carried;
    return first(argumentsOf(value, form), given);
  };
  return (value, variables, sanitizers) => of(value, { variables, sanitizers, depth: 0 });
}

function argumentsOf(call: SgNode, form: CallForm): readonly SgNode[] {
  return call.field(form.arguments)?.children() ?? [];
}

/** `a.b` in `a.b(…)`: what its method is called on. */
function receiverOf(callee: SgNode | null, dialect: Dialect): SgNode | null {
  const parts = callee === null ? undefined : dialect.parts[String(callee.kind())];
  return Array.isArray(parts) ? (callee?.field(String(parts[0])) ?? null) : null;
}

function operatorOf(value: SgNode): string {
  return (
    value.field('operator')?.text() ??
    value
      .children()
      .find((child) => !child.isNamed())
      ?.text() ??
    ''
  );
}
