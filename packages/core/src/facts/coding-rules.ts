// SPDX-License-Identifier: Apache-2.0
import type { SourceLocation } from './source-location.ts';
import type { Unread } from './unread.ts';

/** A linter, type checker or compiler setting that enforces rules for a language. */
export type CodingRuleSet = {
  readonly tool: string;
  readonly languages: readonly string[];
  /** `security`: rules about security or memory; `strict`: strict compiler or type-check settings; `style`: neither. */
  readonly kind: 'security' | 'strict' | 'style';
  readonly at: SourceLocation;
  /** Through pre-commit only, a developer's machine may skip it. */
  readonly through: 'configuration' | 'pre-commit' | 'build';
};

export type CodingRules = {
  readonly ruleSets: readonly CodingRuleSet[];
  /** Configuration that could not be read: what it says is not known. */
  readonly unread?: readonly Unread[];
};
