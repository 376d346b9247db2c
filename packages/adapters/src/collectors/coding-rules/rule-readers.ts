// SPDX-License-Identifier: Apache-2.0
import { clangTidy, cPipelines, cWarnings } from './readers/c-family.ts';
import { dotnet, editorconfig } from './readers/dotnet.ts';
import { golangci, goLint } from './readers/go.ts';
import { biome, eslint, flow, oxlint, trunk, typescript } from './readers/javascript.ts';
import { gradle, jvmLint, maven, scala } from './readers/jvm.ts';
import { preCommit } from './readers/pre-commit.ts';
import { bandit, pythonLint, pythonTypes } from './readers/python.ts';
import { cargoLints, crateRoots, deniedInPipelines, rustTools } from './readers/rust.ts';
import { dart, elixir, haskell, otherLint, php, ruby, shell, swift } from './readers/scripting.ts';
import type { RuleFamily, RuleReader } from './rule-reader.ts';

/** The reader of every family of rule configuration; a family without one does not compile. */
export const ruleReaders: { readonly [F in RuleFamily]: RuleReader } = {
  eslint,
  biome,
  oxlint,
  typescript,
  flow,
  'python-types': pythonTypes,
  'python-lint': pythonLint,
  bandit,
  golangci,
  'go-lint': goLint,
  'cargo-lints': cargoLints,
  'crate-roots': crateRoots,
  'rust-tools': rustTools,
  'rust-pipelines': deniedInPipelines,
  maven,
  gradle,
  'jvm-lint': jvmLint,
  scala,
  'clang-tidy': clangTidy,
  'c-warnings': cWarnings,
  'c-pipelines': cPipelines,
  dotnet,
  editorconfig,
  php,
  ruby,
  shell,
  swift,
  elixir,
  haskell,
  dart,
  'other-lint': otherLint,
  trunk,
  'pre-commit': preCommit,
};
