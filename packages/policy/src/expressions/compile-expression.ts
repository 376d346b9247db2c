// SPDX-License-Identifier: Apache-2.0
import { celEnv, isCelError, parse, plan, type CelEnv, type CelInput } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { policyFunctions } from '../vocabulary/functions.ts';
import { subjectShapes, type Field, type FieldType } from '../vocabulary/subject-shapes.ts';
import type { SubjectName, SubjectValue } from '../vocabulary/subject-values.ts';
import { boundLoops, type StepBudget, within, withinSteps } from './bound-loops.ts';
import { checkNames, type Parsed } from './check-names.ts';
import type { ExpressionFault } from './expression-fault.ts';

/** Whether something breaks a rule; or why that cannot be told, such as a value that nobody knows. */
export type Judged =
  | { readonly state: 'told'; readonly value: boolean }
  | { readonly state: 'untold'; readonly because: string };

/** Values of one subject by field, and of what else the expression may name. */
export type Bindings = { readonly [name: string]: unknown };

export type Expression = {
  /** Which fields of its subject decide; null: more than these. */
  readonly fields: readonly string[] | null;
  readonly judge: (bindings: Bindings, budget: StepBudget) => Judged;
};

export type Compiled =
  | { readonly state: 'compiled'; readonly expression: Expression }
  | { readonly state: 'refused'; readonly faults: readonly ExpressionFault[] };

const lengthMax = 4000;

let environment: CelEnv | undefined;
const theEnvironment = (): CelEnv =>
  (environment ??= celEnv({
    // The list of functions is theirs to copy, not ours to change.
    funcs: [...strings, withinSteps, ...policyFunctions.map(({ implementation }) => implementation)],
  }));

/**
 * Compiles a CEL expression over one subject (and, `over` a change, over the lists). Every name is looked up now. Patterns of
 * `matches` run on RE2, in time linear in the text; expressions have neither loops nor recursion but those over lists, whose
 * steps are counted.
 */
export function compileExpression(text: string, subject: SubjectName): Compiled {
  if (text.length > lengthMax) return refused([{ because: `longer than ${lengthMax} characters`, line: 1, column: 1 }]);
  let parsed: Parsed;
  try {
    parsed = parse(text);
  } catch (error) {
    return refused([syntaxFault(error)]);
  }
  const env = theEnvironment();
  const { faults, fields } = checkNames(parsed.expr, { subject, plain: ['today'], lists: subject === 'change' }, env);
  if (faults.length > 0)
    return refused(faults.map(({ because, node }) => ({ because, ...placeOf(text, parsed, node) })));
  boundLoops(parsed.expr);
  const evaluate = plan(env, parsed);
  return {
    state: 'compiled',
    expression: {
      fields,
      judge: (bindings, budget) => within(budget, () => judged(evaluate(celOf(bindings)), subject)),
    },
  };
}

const refused = (faults: readonly ExpressionFault[]): Compiled => ({ state: 'refused', faults });

function judged(result: unknown, subject: SubjectName): Judged {
  if (typeof result === 'boolean') return { state: 'told', value: result };
  if (!isCelError(result)) return { state: 'untold', because: 'the expression gives neither true nor false' };
  const unknown = /^field not found: (\w{1,60})$/.exec(result.message)?.[1];
  const because = unknown === undefined ? result.message.slice(0, 200) : `${subject}.${unknown} is not known`;
  return { state: 'untold', because };
}

/** Plain data as CEL takes it: whole numbers of `int` fields as such; what is undefined is not there. */
function celOf(bindings: Bindings): { [name: string]: CelInput } {
  return Object.fromEntries(Object.entries(bindings).map(([name, value]) => [name, value as CelInput]));
}

/** The message carries the place: the error class is not exported. */
function syntaxFault(error: unknown): ExpressionFault {
  const [, line = '1', column = '1', because = 'not a CEL expression'] =
    /^<input>:(\d{1,9}):(\d{1,9}): (.{1,300})/s.exec(error instanceof Error ? error.message : '') ?? [];
  return { because: `not a CEL expression: ${because}`, line: Number(line), column: Number(column) };
}

function placeOf(text: string, parsed: Parsed, node: bigint): { readonly line: number; readonly column: number } {
  const offset = parsed.sourceInfo?.positions[String(node)] ?? 0;
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

const wholeNumbers: { readonly [S in SubjectName]: ReadonlySet<string> } = {
  finding: fieldsOfType('finding', 'int'),
  component: fieldsOfType('component', 'int'),
  verdict: fieldsOfType('verdict', 'int'),
  answer: fieldsOfType('answer', 'int'),
  change: fieldsOfType('change', 'int'),
};

function fieldsOfType(subject: SubjectName, type: FieldType): ReadonlySet<string> {
  const fields = Object.entries<Field>(subjectShapes[subject]).filter(([, field]) => field.type === type);
  return new Set(fields.map(([name]) => name));
}

/** A subject's value as CEL takes it: unknown fields left out, whole numbers as `int`. */
export function celSubject<S extends SubjectName>(name: S, value: SubjectValue[S]): ReadonlyMap<string, unknown> {
  const whole = wholeNumbers[name];
  const cel = new Map<string, unknown>();
  for (const [field, known] of Object.entries(value)) {
    if (known === undefined) continue;
    cel.set(field, typeof known === 'number' && whole.has(field) ? BigInt(Math.trunc(known)) : known);
  }
  return cel;
}
