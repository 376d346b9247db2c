// SPDX-License-Identifier: Apache-2.0
import type { CelEnv, parse } from '@bufbuild/cel';
import { listShapes, subjectShapes } from '../vocabulary/subject-shapes.ts';
import type { SubjectName } from '../vocabulary/subject-values.ts';

export type Parsed = ReturnType<typeof parse>;
type Expr = Parsed['expr'];
type KindOf<C extends Expr['exprKind']['case']> = Extract<Expr['exprKind'], { readonly case: C }>;

/** A name that nobody knows, by the id of its node. */
export type NameFault = { readonly because: string; readonly node: bigint };

/** What an expression may speak of: its subject, plain variables, and lists of subjects. */
export type Names = { readonly subject: SubjectName; readonly plain: readonly string[]; readonly lists: boolean };

/** `fields`: those of the subject that it reads; null when it uses the subject as a whole or goes through lists. */
export type Checked = { readonly faults: readonly NameFault[]; readonly fields: readonly string[] | null };

/** The variables of loops around a node, and what they hold. */
type Scope = ReadonlyMap<string, SubjectName | 'any'>;

const nodesMax = 2000;
const patternLengthMax = 500;

/** Operators that the evaluator handles itself, such as `_&&_`, `_?_:_`, `@in`, `@not_strictly_false`. */
const builtIn = /^[_@!-]/;

/**
 * Looks for names before anything is evaluated: a misspelt field would otherwise make every change "could not assess", and
 * only on the day on which a finding comes.
 */
export function checkNames(root: Expr, names: Names, env: CelEnv): Checked {
  const checker = new NameChecker(names, env);
  checker.visit(root, new Map());
  return checker.checked(root.id);
}

class NameChecker {
  readonly #names: Names;
  readonly #env: CelEnv;
  readonly #faults: NameFault[] = [];
  readonly #fields = new Set<string>();
  #whole = false;
  #nodes = 0;

  constructor(names: Names, env: CelEnv) {
    this.#names = names;
    this.#env = env;
  }

  checked(root: bigint): Checked {
    const tooLarge = this.#nodes > nodesMax ? [{ node: root, because: `more than ${nodesMax} parts` }] : [];
    return { faults: [...this.#faults, ...tooLarge], fields: this.#whole ? null : [...this.#fields] };
  }

  visit(expr: Expr | undefined, scope: Scope): void {
    this.#nodes += 1;
    if (expr === undefined || this.#nodes > nodesMax) return;
    const { exprKind: kind, id: node } = expr;
    if (kind.case === 'identExpr') this.#name(kind.value.name, node, scope);
    else if (kind.case === 'selectExpr') this.#select(kind, node, scope);
    else if (kind.case === 'callExpr') this.#call(kind, node, scope);
    else if (kind.case === 'listExpr') for (const element of kind.value.elements) this.visit(element, scope);
    else if (kind.case === 'comprehensionExpr') this.#loop(kind, scope);
    else if (kind.case === 'structExpr') this.#faults.push({ node, because: 'maps and messages are of no use here' });
  }

  /** What a name stands for; null when nobody knows it. */
  #known(name: string, scope: Scope): SubjectName | 'any' | null {
    const { subject, plain, lists } = this.#names;
    const bound = scope.get(name);
    if (bound !== undefined) return bound;
    if (name === subject) return subject;
    return plain.includes(name) || (lists && Object.hasOwn(listShapes, name)) ? 'any' : null;
  }

  #name(name: string, node: bigint, scope: Scope): void {
    if (this.#known(name, scope) === null)
      this.#faults.push({ node, because: `'${name}' is not known here (${knownHere(this.#names)})` });
    if (name === this.#names.subject || Object.hasOwn(listShapes, name)) this.#whole = true;
  }

  #select({ value }: KindOf<'selectExpr'>, node: bigint, scope: Scope): void {
    const owner = value.operand?.exprKind;
    if (owner?.case !== 'identExpr') return this.visit(value.operand, scope);
    const { name } = owner.value;
    const what = this.#known(name, scope);
    if (what === null) return this.#name(name, node, scope);
    if (what === 'any') return;
    const fields = Object.keys(subjectShapes[what]);
    if (!fields.includes(value.field))
      this.#faults.push({ node, because: `${name} has no '${value.field}' (${fields.join(', ')})` });
    if (name === this.#names.subject && !scope.has(name)) this.#fields.add(value.field);
  }

  #call({ value }: KindOf<'callExpr'>, node: bigint, scope: Scope): void {
    if (this.#env.funcs.find(value.function) === undefined && !builtIn.test(value.function))
      this.#faults.push({ node, because: `there is no function '${value.function}'` });
    if (value.function === 'matches') this.#pattern(value.args.at(-1), node);
    this.visit(value.target, scope);
    for (const argument of value.args) this.visit(argument, scope);
  }

  /** Linear in the text, times the size of the pattern, which must therefore be known, and small. */
  #pattern(pattern: Expr | undefined, node: bigint): void {
    const kind = pattern?.exprKind;
    const text =
      kind?.case === 'constExpr' && kind.value.constantKind.case === 'stringValue'
        ? kind.value.constantKind.value
        : null;
    if (text === null) this.#faults.push({ node, because: 'a pattern of matches must be written out' });
    else if (text.length > patternLengthMax || /\{\d*,?\d{3,}/u.test(text))
      this.#faults.push({ node, because: `a pattern of more than ${patternLengthMax} characters, or 100 repeats` });
  }

  #loop({ value }: KindOf<'comprehensionExpr'>, scope: Scope): void {
    this.visit(value.iterRange, scope);
    const range = value.iterRange?.exprKind;
    const element = range?.case === 'identExpr' ? listShapes[range.value.name] : undefined;
    const inner = new Map(scope)
      .set(value.iterVar, element ?? 'any')
      .set(value.iterVar2, 'any')
      .set(value.accuVar, 'any');
    for (const part of [value.accuInit, value.loopCondition, value.loopStep, value.result]) this.visit(part, inner);
  }
}

function knownHere({ subject, plain, lists }: Names): string {
  return [subject, ...(lists ? Object.keys(listShapes) : []), ...plain].join(', ');
}
