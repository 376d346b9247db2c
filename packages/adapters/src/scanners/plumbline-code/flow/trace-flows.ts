// SPDX-License-Identifier: Apache-2.0
import type { SgNode } from '@ast-grep/napi';
import type { FlowRule, Sink } from '../code-rule.ts';
import type { Dialect } from './dialect.ts';
import { argumentOf, calleeOf } from './call-parts.ts';
import { createCarriage, type Variables } from './carriage.ts';

/** Data from outside in a sink: the node that does harm, and the one where the data came in. */
export type Flow = { readonly rule: FlowRule; readonly sink: SgNode; readonly source: SgNode };

const flowsMax = 1000;

/**
 * Follows data from outside through the variables of a file, function by function, in the order of the text: through assignments,
 * texts that are put together, members, and functions that are known to hand it on. What an unknown function returns counts as
 * harmless, and so does what a condition looked at before: a flow that is reported is one that a reader can follow.
 */
export function traceFlows(root: SgNode, dialect: Dialect, rules: readonly FlowRule[]): readonly Flow[] {
  const carriage = createCarriage(dialect);
  const flows: Flow[] = [];

  const report = (rule: FlowRule, sink: SgNode, value: SgNode, variables: Variables): boolean => {
    const source = carriage(value, variables, { sanitizers: rule.sanitizers, start: rule.decides === 'start' });
    if (source === null || flows.length >= flowsMax || rule.harmlessSources?.test(source.text().slice(0, 300)) === true)
      return false;
    flows.push({ rule, sink, source });
    return true;
  };
  const lookAt = (node: SgNode, kind: string, variables: Variables): void => {
    const form = dialect.calls[kind];
    const callee = form === undefined ? null : calleeOf(node, form);
    for (const rule of rules) {
      for (const sink of rule.sinks) {
        const values = valuesIn(node, kind, { sink, callee, dialect });
        if (values.some((value) => report(rule, node, value, variables))) break;
      }
    }
  };
  const walk = (node: SgNode, variables: Variables): void => {
    const kind = String(node.kind());
    if (dialect.functions.has(kind)) {
      const inner = new Map(variables);
      for (const name of namesIn(node.field('parameters') ?? node.field('parameter'), dialect))
        inner.delete(name.text());
      for (const name of dialect.outsideParameters?.(node) ?? []) inner.set(name, { anywhere: node, start: node });
      for (const child of node.children()) walk(child, inner);
      return;
    }
    lookAt(node, kind, variables);
    const form = dialect.calls[kind];
    if (form !== undefined && checkers.test(calleeOf(node, form))) looked(node.field(form.arguments), variables);
    const asked = dialect.conditions[kind];
    if (asked !== undefined) forget(node.field(asked), variables);
    for (const child of node.children()) walk(child, variables);
    const assignment = dialect.assignments[kind];
    if (assignment !== undefined) assign(node, assignment, variables);
  };
  const assign = (node: SgNode, [to, from]: readonly [string, string], variables: Variables): void => {
    const target = node.field(to);
    const value = valueOf(node, from);
    if (target === null || value === null) return;
    const anywhere = carriage(value, variables);
    const start = anywhere === null ? null : carriage(value, variables, { start: true });
    const adds =
      /augmented|operator_assignment/.test(String(node.kind())) || /^[^=]{1,200}[+.]=/.test(node.text().slice(0, 300));
    const names = dialect.parts[String(target.kind())] === undefined ? namesIn(target, dialect) : [target];
    for (const name of names) {
      const before = adds ? variables.get(name.text()) : undefined;
      if (anywhere !== null) variables.set(name.text(), { anywhere, start: adds ? (before?.start ?? null) : start });
      else if (!adds) variables.delete(name.text());
    }
  };
  const forget = (condition: SgNode | null, variables: Variables): void => {
    if (condition !== null && checks.test(condition.text().slice(0, 1000))) looked(condition, variables);
  };
  const looked = (at: SgNode | null, variables: Variables): void => {
    for (const place of at === null ? [] : placesIn(at, dialect)) variables.set(place.text(), null);
  };
  walk(root, new Map());
  return flows;
}

/** Conditions that look at what a value is, not only whether there is one. */
const checks =
  /\b(?:includes|indexOf|has|test|match|matches|startsWith|startswith|in|in_array|preg_match|ctype_\w+|isdigit|isalnum|isalpha|fullmatch|search|contains|Contains|ContainsKey|HasPrefix|MatchString|starts_with|start_with|include|valid\w*|[iI]s[A-Z]\w*|is_(?!null|string|array)[a-z]\w*|allow\w*|permit\w*|check\w*|verify\w*|validate\w*|url_has_allowed\w*|filter_var|switch)\b|=~|={2,3} *(?:["'][^"']|\d)/;

/** Functions that are called to throw, or to return early, on what they do not like. */
const checkers = /(?:^|[._])(?:validate|check|verify|assert|ensure|require|sanitize)(?:[A-Z_]\w{0,60})?$/;

/** Names and members that a condition speaks of. */
function placesIn(condition: SgNode, dialect: Dialect): readonly SgNode[] {
  const kind = String(condition.kind());
  const below = condition.children().flatMap((child) => placesIn(child, dialect));
  return dialect.names.has(kind) || dialect.parts[kind] !== undefined ? [condition, ...below] : below;
}

/** `*last`: the grammar has no field for it. */
function valueOf(assignment: SgNode, field: string): SgNode | null {
  const last = assignment.children().at(-1);
  return field === '*last'
    ? last?.id() === assignment.field('name')?.id()
      ? null
      : (last ?? null)
    : assignment.field(field);
}

/** Names within a node: all of a pattern that takes a value apart. */
function namesIn(node: SgNode | null, dialect: Dialect): readonly SgNode[] {
  if (node === null) return [];
  if (dialect.names.has(String(node.kind()))) return [node];
  return node.children().flatMap((child) => namesIn(child, dialect));
}

type Looking = { readonly sink: Sink; readonly callee: string | null; readonly dialect: Dialect };

/** The nodes whose data would do harm, when a node is a sink. */
function valuesIn(node: SgNode, kind: string, { sink, callee, dialect }: Looking): readonly SgNode[] {
  if ('kind' in sink) {
    const fits = kind === sink.kind && (sink.follows?.test(node.prev()?.text() ?? '') ?? true);
    return fits ? node.children() : [];
  }
  if ('assignedTo' in sink) {
    const [to = '', from = ''] = dialect.assignments[kind] ?? [];
    const target = node.field(to)?.text() ?? '';
    const value = valueOf(node, from);
    return value !== null && sink.assignedTo.test(target.slice(-80)) ? [value] : [];
  }
  const form = dialect.calls[kind];
  if (form === undefined || callee === null || !sink.callee.test(callee)) return [];
  if (sink.when !== undefined && !sink.when.test(node.text().slice(0, 2000))) return [];
  return sink.arguments.flatMap((which) => argumentOf(node, form, which) ?? []);
}
