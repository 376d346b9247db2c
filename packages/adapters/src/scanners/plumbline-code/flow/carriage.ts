// SPDX-License-Identifier: Apache-2.0
import type { SgNode } from '@ast-grep/napi';
import { calleeOf } from './call-parts.ts';
import type { CallForm, Dialect } from './dialect.ts';

/** Where data from outside came into a value: anywhere into it, and at its very beginning. */
export type Carried = { readonly anywhere: SgNode | null; readonly start: SgNode | null };

/** What variables and members carry, by their text; null where a condition looked at them. */
export type Variables = Map<string, Carried | null>;

export type CarriageOptions = {
  /** Names of functions that make data harmless. */
  readonly sanitizers?: RegExp | undefined;
  /** Only data that the value begins with: after a fixed beginning, an address stays on its host. */
  readonly start?: boolean;
};

type Given = CarriageOptions & { readonly variables: Variables; readonly dialect: Dialect; readonly depth: number };

const sourceTextMax = 300;
const depthMax = 200;
/** Operators that join texts, or choose one of two values. */
const joining: ReadonlySet<string> = new Set(['+', '.', '%', '||', '&&', '??', 'or', 'and', '?:', '<<']);
const choosing: ReadonlySet<string> = new Set(['||', '&&', '??', 'or', 'and', '?:']);
/** Members that are numbers whatever they belong to. */
const harmlessMembers = /(?:\.|->|\?\.)(?:length|size|Length|Count|count)(?:\(\))?$/;
const numericCasts = /^\(\s*(?:int|integer|float|double|bool|boolean|long|short|uint|decimal)\s*\)/i;

/** The node where data from outside came into a value; null when it holds none that is known. */
export function carriedInto(
  value: SgNode,
  variables: Variables,
  dialect: Dialect,
  options: CarriageOptions = {},
): SgNode | null {
  return into(value, { ...options, variables, dialect, depth: 0 });
}

function into(value: SgNode, given: Given): SgNode | null {
  const { dialect, depth } = given;
  if (depth > depthMax) return null;
  const kind = String(value.kind());
  if (dialect.names.has(kind)) return known(value, value.text(), given) ?? null;
  const form = dialect.calls[kind];
  const parts = dialect.parts[kind];
  if (form === undefined && parts === undefined) return null;
  const text = value.text().slice(0, sourceTextMax);
  if (harmlessMembers.test(text) || numericCasts.test(text)) return null;
  const next = { ...given, depth: depth + 1 };
  if (form !== undefined) return intoCall(value, form, next);
  if (parts === '+') return intoJoined(value, next);
  const source = known(value, text, given);
  if (source !== undefined) return source;
  const children = Array.isArray(parts) ? parts.map((field) => value.field(String(field))) : value.children();
  return isText(kind) && given.start === true ? atBeginning(children, next) : intoAny(children, next);
}

/** What is known of a variable, or of a source itself; undefined when nothing is. */
function known(value: SgNode, text: string, { variables, dialect, start }: Given): SgNode | null | undefined {
  const carried = variables.get(text);
  if (carried === undefined) return dialect.sources.test(text) ? value : undefined;
  return start === true ? (carried?.start ?? null) : (carried?.anywhere ?? null);
}

function intoAny(values: readonly (SgNode | null)[], given: Given): SgNode | null {
  for (const value of values) {
    const source = value === null ? null : into(value, given);
    if (source !== null) return source;
  }
  return null;
}

/** Of what is joined, the first part that is not empty decides. */
function atBeginning(values: readonly (SgNode | null)[], given: Given): SgNode | null {
  const part = values.find((value) => value !== null && value.isNamed() && !leavesOpen(value));
  return part === undefined || part === null ? null : into(part, given);
}

function intoJoined(value: SgNode, given: Given): SgNode | null {
  const operator = operatorOf(value);
  if (!joining.has(operator)) return null;
  const atStart = given.start === true && !choosing.has(operator);
  return atStart ? atBeginning(flattened(value), given) : intoAny(value.children(), given);
}

function intoCall(call: SgNode, form: CallForm, given: Given): SgNode | null {
  const { dialect, sanitizers, start } = given;
  const callee = calleeOf(call, form);
  if (dialect.sanitizers.test(callee) || sanitizers?.test(callee) === true) return null;
  const source = known(call, call.text().slice(0, sourceTextMax), given);
  if (source !== undefined) return source;
  const target = call.field(form.callee[0]);
  const receiver = form.callee.length === 2 ? target : receiverOf(target, dialect);
  const carried = receiver === null ? null : into(receiver, given);
  if (carried !== null || !dialect.carriers.test(callee)) return carried;
  const values = call.field(form.arguments)?.children() ?? [];
  return start === true ? atBeginning(values, given) : intoAny(values, given);
}

/** Kinds of texts whose parts are put one after another. */
const isText = (kind: string): boolean => /string|heredoc|interpolation_expression|subshell/.test(kind);

const openBeginning =
  /^[$@rRfFbBuU]{0,2}["'`]{0,3}(?:[lL]ocation:\s{0,3})?(?:https?:\/\/)?(?:%[sv].{0,20})?["'`]{0,3}$/;

/** Nothing, or a scheme alone: what follows decides on the host. Quotes and prefixes are nodes of some grammars. */
function leavesOpen(value: SgNode): boolean {
  return /string|content|fragment|literal/.test(String(value.kind())) && openBeginning.test(value.text().slice(0, 60));
}

/** The operands of a chain such as `a + b + c`, in their order. */
function flattened(value: SgNode): readonly SgNode[] {
  return value
    .children()
    .flatMap((child) =>
      child.kind() === value.kind() && child.range().start.index === value.range().start.index
        ? flattened(child)
        : [child],
    );
}

/** `a.b` in `a.b(…)`: what its method is called on. */
function receiverOf(callee: SgNode | null, dialect: Dialect): SgNode | null {
  const parts = callee === null ? undefined : dialect.parts[String(callee.kind())];
  return Array.isArray(parts) ? (callee?.field(String(parts[0])) ?? null) : null;
}

function operatorOf(value: SgNode): string {
  const written = value.field('operator') ?? value.children().find((child) => !child.isNamed());
  return written?.text() ?? '';
}
