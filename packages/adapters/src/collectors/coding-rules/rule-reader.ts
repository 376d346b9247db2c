// SPDX-License-Identifier: Apache-2.0
import type { CodingRuleSet } from '@plumbline/core/facts/coding-rules';
import type { FileChoice } from '../../platform/paths/file-choice.ts';
import type { Parsed } from '../../platform/syntax/parsed.ts';

/** Every family of rule configuration that is read. */
export type RuleFamily =
  | 'eslint'
  | 'biome'
  | 'oxlint'
  | 'typescript'
  | 'flow'
  | 'python-types'
  | 'python-lint'
  | 'bandit'
  | 'golangci'
  | 'go-lint'
  | 'cargo-lints'
  | 'crate-roots'
  | 'rust-tools'
  | 'rust-pipelines'
  | 'maven'
  | 'gradle'
  | 'jvm-lint'
  | 'scala'
  | 'clang-tidy'
  | 'c-warnings'
  | 'c-pipelines'
  | 'dotnet'
  | 'editorconfig'
  | 'php'
  | 'ruby'
  | 'shell'
  | 'swift'
  | 'elixir'
  | 'haskell'
  | 'dart'
  | 'other-lint'
  | 'trunk'
  | 'pre-commit';

/** A set of rules without its path, which the collector adds. `line` counts from 1. */
export type FoundRules = Pick<CodingRuleSet, 'tool' | 'languages' | 'kind'> & {
  readonly line: number;
  /** `configuration` unless told. */
  readonly through?: CodingRuleSet['through'];
  /** Options of the build that have to be on for it; one that is left off leaves style rules. */
  readonly behind?: readonly string[];
};

/** Reads the rules of one family. An empty list: nothing of the kind in this file. */
export type RuleReader = {
  readonly matches: FileChoice;
  readonly read: (text: string, path: string) => Parsed<readonly FoundRules[]>;
};

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
