// SPDX-License-Identifier: Apache-2.0
import type { SgNode } from '@ast-grep/napi';
import type { CallForm } from './dialect.ts';

const calleeMax = 120;

/** The name of what is called, its parts joined by `.`, without white space; its last characters when it is long. */
export function calleeOf(call: SgNode, { callee }: CallForm): string {
  const text = callee
    .map((field) => call.field(field)?.text() ?? '')
    .filter((part) => part !== '')
    .join('.');
  return text
    .slice(-calleeMax)
    .replaceAll(/\s+/g, '')
    .replaceAll(/->|::|\?\./g, '.');
}

/** An argument by its position from 0 among those without a name, or by its name; null when it was not given. */
export function argumentOf(call: SgNode, form: CallForm, which: number | string): SgNode | null {
  const given =
    call
      .field(form.arguments)
      ?.children()
      .filter((child) => child.isNamed() && child.kind() !== 'comment') ?? [];
  const found =
    typeof which === 'number'
      ? given.filter((child) => child.kind() !== 'keyword_argument')[which]
      : given.find((child) => child.kind() === 'keyword_argument' && child.field('name')?.text() === which);
  return found ?? null;
}

/** The value of an assignment. `*last`: the grammar has no field for it, and it stands last when there is one. */
export function assignedValueOf(assignment: SgNode, field: string): SgNode | null {
  if (field !== '*last') return assignment.field(field);
  const last = assignment.children().at(-1) ?? null;
  return last?.id() === assignment.field('name')?.id() ? null : last;
}
