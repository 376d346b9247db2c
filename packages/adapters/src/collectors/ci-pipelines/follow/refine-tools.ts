// SPDX-License-Identifier: Apache-2.0
import { configuredTools as more } from '../tools/configured-tools.ts';
import type { ToolWay } from '../tools/tool.ts';
import {
  clangTidyAnalyzes,
  eslintHasSecurity,
  flake8HasBandit,
  psalmTaints,
  ruffHasBandit,
} from './linter-settings.ts';
import { dotnetSecurityTools, gradleTools, mavenTools } from './build-plugins.ts';
import { golangciHasGosec } from './golangci-settings.ts';
import { nugetAudits } from './nuget-audit.ts';
import { goreleaserTools } from './goreleaser-settings.ts';
import type { RepositoryFiles } from './repository-files.ts';

export type Refining = {
  /** The command that the tool was recognised by; empty for an action. */
  readonly words: readonly string[];
  readonly directory: string;
  readonly files: RepositoryFiles;
};

type Refinement = (call: Refining) => readonly ToolWay[];

const when =
  (holds: (call: Refining) => boolean, way: ToolWay): Refinement =>
  (call) =>
    holds(call) ? [way] : [];

/** By the id of a tool: what its configuration in the tree makes it besides. */
const refinements: { readonly [tool: string]: Refinement } = {
  'golangci-lint': when(golangciHasGosec, more.gosec),
  ruff: when(ruffHasBandit, more.flake8Bandit),
  flake8: when(flake8HasBandit, more.flake8Bandit),
  eslint: when(eslintHasSecurity, more.eslintSecurity),
  phpstan: when(psalmTaints, more.psalmTaint),
  'clang-tidy': when(clangTidyAnalyzes, more.clangAnalyzer),
  maven: mavenTools,
  gradle: gradleTools,
  msbuild: (call) => [...dotnetSecurityTools(call), ...nugetAudits(call)],
  'dotnet-test': nugetAudits,
  goreleaser: goreleaserTools,
};

/** What else the recognised tools do here, as their configuration files tell. */
export function refineTools(ways: readonly ToolWay[], call: Refining): readonly ToolWay[] {
  const ids = new Set(ways.map((way) => way.id));
  return [...ids].flatMap((id) => (Object.hasOwn(refinements, id) ? (refinements[id]?.(call) ?? []) : []));
}
