// SPDX-License-Identifier: Apache-2.0
import type { SgNode } from '@ast-grep/napi';
import type { FlowRule } from '../code-rule.ts';
import { assignedValueOf, calleeOf } from './call-parts.ts';
import { carriedInto, type Variables } from './carriage.ts';
import type { Dialect } from './dialect.ts';
import { sinkValues, type Candidate } from './sink-values.ts';

/** Data from outside in a sink: the node that does harm, and the one where the data came in. */
export type Flow = { readonly rule: FlowRule; readonly sink: SgNode; readonly source: SgNode };

type Tracing = {
  readonly dialect: Dialect;
  readonly rules: readonly FlowRule[];
  /** Kinds of nodes that can be a sink: most are not, and cost nothing. */
  readonly kinds: ReadonlySet<string>;
  readonly flows: Flow[];
};

const flowsMax = 1000;
const conditionMax = 1000;
const sourceTextMax = 300;

/** Conditions that look at what a value is, not only whether there is one. */
const checks =
  /\b(?:includes|indexOf|has|test|match|matches|startsWith|startswith|in|in_array|preg_match|ctype_\w+|isdigit|isalnum|isalpha|fullmatch|search|contains|Contains|ContainsKey|HasPrefix|MatchString|starts_with|start_with|include|valid\w*|[iI]s[A-Z]\w*|is_(?!null|string|array)[a-z]\w*|allow\w*|permit\w*|check\w*|verify\w*|validate\w*|url_has_allowed\w*|filter_var|switch)\b|=~|={2,3} *(?:["'][^"']|\d)/;

/** Functions that are called to throw, or to return early, on what they do not like. */
const checkers = /(?:^|[._])(?:validate|check|verify|assert|ensure|require|sanitize)(?:[A-Z_]\w{0,60})?$/;

/**
 * Follows data from outside through the variables of a file, function by function, in the order of the text: through assignments,
 * texts that are put together, members, and functions that are known to hand it on. What an unknown function returns counts as
 * harmless, and so does what a condition looked at before: a flow that is reported is one that a reader can follow.
 */
export function traceFlows(root: SgNode, dialect: Dialect, rules: readonly FlowRule[]): readonly Flow[] {
  const flows: Flow[] = [];
  const own = rules.flatMap(({ sinks }) => sinks.flatMap((sink) => ('kind' in sink ? [sink.kind] : [])));
  const kinds = new Set([...Object.keys(dialect.calls), ...Object.keys(dialect.assignments), ...own]);
  walk(root, new Map(), { dialect, rules, kinds, flows });
  return flows;
}

function walk(node: SgNode, variables: Variables, tracing: Tracing): void {
  const { dialect } = tracing;
  const kind = String(node.kind());
  if (dialect.functions.has(kind)) {
    const inner = variablesWithin(node, variables, dialect);
    for (const child of node.children()) walk(child, inner, tracing);
    return;
  }
  const form = dialect.calls[kind];
  const callee = form === undefined ? null : calleeOf(node, form);
  if (tracing.kinds.has(kind)) lookFor({ node, kind, callee }, variables, tracing);
  if (form !== undefined && callee !== null && checkers.test(callee))
    forget(node.field(form.arguments), variables, dialect);
  const asked = dialect.conditions[kind];
  const condition = asked === undefined ? null : node.field(asked);
  if (condition !== null && checks.test(condition.text().slice(0, conditionMax))) forget(condition, variables, dialect);
  for (const child of node.children()) walk(child, variables, tracing);
  assign(node, kind, { variables, dialect });
}

/** A function sees the variables around it, but for those that its parameters hide. */
function variablesWithin(definition: SgNode, around: Variables, dialect: Dialect): Variables {
  const inner = new Map(around);
  const parameters = definition.field('parameters') ?? definition.field('parameter');
  for (const name of namesIn(parameters, dialect)) inner.delete(name.text());
  for (const name of dialect.outsideParameters?.(definition) ?? [])
    inner.set(name, { anywhere: definition, start: definition });
  return inner;
}

function lookFor(candidate: Candidate, variables: Variables, { dialect, rules, flows }: Tracing): void {
  for (const rule of rules) {
    const options = { sanitizers: rule.sanitizers, start: rule.decides === 'start' };
    const source = rule.sinks
      .flatMap((sink) => sinkValues(candidate, sink, dialect))
      .map((value) => carriedInto(value, variables, dialect, options))
      .find((found) => found !== null);
    if (source === undefined || source === null || flows.length >= flowsMax) continue;
    if (rule.harmlessSources?.test(source.text().slice(0, sourceTextMax)) === true) continue;
    flows.push({ rule, sink: candidate.node, source });
  }
}

function assign(
  node: SgNode,
  kind: string,
  { variables, dialect }: { readonly variables: Variables; readonly dialect: Dialect },
): void {
  const [to, from] = dialect.assignments[kind] ?? [];
  if (to === undefined || from === undefined) return;
  const target = node.field(to);
  const value = assignedValueOf(node, from);
  if (target === null || value === null) return;
  const anywhere = carriedInto(value, variables, dialect);
  const start = anywhere === null ? null : carriedInto(value, variables, dialect, { start: true });
  const adds =
    /augmented|operator_assignment/.test(kind) || /^[^=]{1,200}[+.]=/.test(node.text().slice(0, sourceTextMax));
  const names = dialect.parts[String(target.kind())] === undefined ? namesIn(target, dialect) : [target];
  for (const name of names) {
    const before = adds ? variables.get(name.text()) : undefined;
    if (anywhere !== null) variables.set(name.text(), { anywhere, start: adds ? (before?.start ?? null) : start });
    else if (!adds) variables.delete(name.text());
  }
}

/** What was looked at is harmless from here on. */
function forget(at: SgNode | null, variables: Variables, dialect: Dialect): void {
  for (const place of at === null ? [] : placesIn(at, dialect)) variables.set(place.text(), null);
}

/** Names and members that a condition speaks of. */
function placesIn(condition: SgNode, dialect: Dialect): readonly SgNode[] {
  const kind = String(condition.kind());
  const below = condition.children().flatMap((child) => placesIn(child, dialect));
  return dialect.names.has(kind) || dialect.parts[kind] !== undefined ? [condition, ...below] : below;
}

/** Names within a node: all of a pattern that takes a value apart. */
function namesIn(node: SgNode | null, dialect: Dialect): readonly SgNode[] {
  if (node === null) return [];
  if (dialect.names.has(String(node.kind()))) return [node];
  return node.children().flatMap((child) => namesIn(child, dialect));
}
