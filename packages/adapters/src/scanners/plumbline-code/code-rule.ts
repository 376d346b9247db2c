// SPDX-License-Identifier: Apache-2.0
import type { NapiConfig } from '@ast-grep/napi';
import type { Severity } from '@plumbline/core/findings/severity';
import type { CodeLanguage } from './code-language.ts';

/** Code by language: each example is analysed as a file of its own by the tests. */
export type CodeExamples = { readonly [L in CodeLanguage]?: readonly [string, ...string[]] };

type CodeRuleBase = {
  readonly id: string;
  /** One line: what is wrong. */
  readonly title: string;
  /** What an attacker can do with it, and when it does not matter. */
  readonly message: string;
  readonly remedy: string;
  readonly severity: Exclude<Severity, 'none' | 'unrated'>;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Number of the CWE. */
  readonly weakness: number;
  readonly languages: readonly [CodeLanguage, ...CodeLanguage[]];
  /** A file with none of these is not parsed for the rule: they make a large tree cost little. */
  readonly keywords: readonly [string, ...string[]];
  /** What the file must hold besides: such as the name of the library that makes `exec` a shell. */
  readonly requires?: RegExp;
  /** What of the file's text makes it harmless: such as the setting that is looked for elsewhere in it. */
  readonly unlessFile?: RegExp;
  /** Each is found, and each of `good` is not. */
  readonly bad: CodeExamples;
  readonly good: CodeExamples;
};

/**
 * Where data from outside does harm. `callee` is matched against the whole name of what is called, without white space, with `.`
 * between its parts in every language (`subprocess.run`, `$db.query`, `User.where`).
 */
export type Sink =
  | {
      readonly callee: RegExp;
      /** Which arguments: positions from 0, or names. */
      readonly arguments: readonly (number | string)[];
      /** The text of the whole call must match. */
      readonly when?: RegExp;
    }
  /** The value that is assigned to a member, such as `innerHTML`. */
  | { readonly assignedTo: RegExp }
  /** A statement or expression of its own kind, such as PHP's `echo` or a command in backticks. */
  | {
      readonly kind: string;
      /** The text of what stands before it must match: PHP's `<?=` makes output of any expression. */
      readonly follows?: RegExp;
    };

/** A call that is wrong by what it says itself. */
export type CallForm = {
  readonly callee: RegExp;
  /** What the text of an argument must look like, by position from 0 or by name. */
  readonly arguments?: { readonly [which: string]: RegExp };
  /** The text of the whole call must match, and must not. */
  readonly when?: RegExp;
  readonly unless?: RegExp;
};

/** Found by the name of what is called and the text of its arguments. */
export type CallRule = CodeRuleBase & { readonly form: 'call'; readonly calls: readonly [CallForm, ...CallForm[]] };

/** Found by its form in the syntax tree. */
export type PatternRule = CodeRuleBase & { readonly form: 'pattern'; readonly config: NapiConfig };

/** Found where data from outside reaches a sink without passing anything that makes it harmless. */
export type FlowRule = CodeRuleBase & {
  readonly form: 'flow';
  readonly sinks: readonly [Sink, ...Sink[]];
  /** Names of functions that make data harmless for these sinks, besides those that do for all. */
  readonly sanitizers?: RegExp;
  /** `start`: it does harm only where the value begins with it, as with addresses. */
  readonly decides?: 'start';
  /** Text of sources that do no harm here. */
  readonly harmlessSources?: RegExp;
};

export type CodeRule = PatternRule | CallRule | FlowRule;
