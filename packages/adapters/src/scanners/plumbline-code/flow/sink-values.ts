// SPDX-License-Identifier: Apache-2.0
import type { SgNode } from '@ast-grep/napi';
import type { Sink } from '../code-rule.ts';
import { argumentOf, assignedValueOf } from './call-parts.ts';
import type { Dialect } from './dialect.ts';

const callMax = 2000;
const targetMax = 80;

/** A node that may be a sink, with its kind and, when it is a call, the name of what is called. */
export type Candidate = { readonly node: SgNode; readonly kind: string; readonly callee: string | null };

/** The nodes whose data would do harm, when a node is a sink. */
export function sinkValues({ node, kind, callee }: Candidate, sink: Sink, dialect: Dialect): readonly SgNode[] {
  if ('kind' in sink) {
    const fits = kind === sink.kind && (sink.follows?.test(node.prev()?.text() ?? '') ?? true);
    return fits ? node.children() : [];
  }
  if ('assignedTo' in sink) {
    const [to = '', from = ''] = dialect.assignments[kind] ?? [];
    const value = to === '' ? null : assignedValueOf(node, from);
    const target = to === '' ? '' : (node.field(to)?.text().slice(-targetMax) ?? '');
    return value !== null && sink.assignedTo.test(target) ? [value] : [];
  }
  const form = dialect.calls[kind];
  if (form === undefined || callee === null || !sink.callee.test(callee)) return [];
  if (sink.when?.test(node.text().slice(0, callMax)) === false) return [];
  return sink.arguments.flatMap((which) => argumentOf(node, form, which) ?? []);
}
