// SPDX-License-Identifier: Apache-2.0
import type { SgNode } from '@ast-grep/napi';

/**
 * Which parts of a value carry its data: all children (`*`), all children when its operator joins texts or chooses between values
 * (`+`), or the children in some fields.
 */
export type Parts = '*' | '+' | readonly string[];

/** How a call is written: the fields of what is called (one, or receiver and name) and of its arguments. */
export type CallForm = { readonly callee: readonly [string] | readonly [string, string]; readonly arguments: string };

/** What the flow analysis has to know about a grammar. Names are kinds and fields of its tree. */
export type Dialect = {
  /** Kinds with parameters and a body of their own. */
  readonly functions: ReadonlySet<string>;
  /** Kinds that name a variable. */
  readonly names: ReadonlySet<string>;
  /** Kinds that give a variable a value: fields of target and value (`*last`: the last child). */
  readonly assignments: { readonly [kind: string]: readonly [target: string, value: string] };
  readonly calls: { readonly [kind: string]: CallForm };
  readonly parts: { readonly [kind: string]: Parts };
  /** Kinds of a condition that may end a flow, with the field of what is asked. */
  readonly conditions: { readonly [kind: string]: string };
  /** Text of what comes from outside; tried on members, calls and names, from their beginning. */
  readonly sources: RegExp;
  /** Literals without which no file has a source. */
  readonly sourceKeywords: readonly string[];
  /** Functions whose value carries what their arguments do. */
  readonly carriers: RegExp;
  /** Functions whose value is harmless everywhere: numbers, digests, yes or no. */
  readonly sanitizers: RegExp;
  /** Names of parameters of a function that come from outside, such as those that a route fills in. */
  readonly outsideParameters?: (definition: SgNode) => readonly string[];
};

export const kinds = (list: string): ReadonlySet<string> => new Set(list.split(' '));
