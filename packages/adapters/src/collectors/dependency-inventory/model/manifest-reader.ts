// SPDX-License-Identifier: Apache-2.0
import type { FileChoice } from '../../../platform/paths/file-choice.ts';
import type { Ecosystem } from '@plumbline/core/facts/dependency-inventory';
import type { Parsed } from '../../../platform/syntax/parsed.ts';
import type { LockfileFormat } from './lockfile-reader.ts';

/** Every format of manifest that is read. */
export type ManifestFormat =
  | 'package-json'
  | 'deno-json'
  | 'pyproject'
  | 'requirements'
  | 'setup-py'
  | 'setup-cfg'
  | 'pipfile'
  | 'conda-environment'
  | 'go-mod'
  | 'cargo-toml'
  | 'pom'
  | 'gradle-build'
  | 'gemfile'
  | 'gemspec'
  | 'composer-json'
  | 'nuget-project'
  | 'nuget-packages-config'
  | 'helm-chart'
  | 'swift-package'
  | 'podfile'
  | 'pubspec'
  | 'mix-exs'
  | 'conanfile'
  | 'vcpkg-json'
  | 'meson-wrap'
  | 'nix-flake'
  | 'jsonnetfile'
  | 'buf-yaml'
  | 'module-bazel'
  | 'terraform-module'
  | 'julia-project'
  | 'cpanfile'
  | 'cabal-file'
  | 'opam-file'
  | 'zig-zon'
  | 'gleam-toml'
  | 'cartfile';

/** A direct dependency as its manifest names it. */
export type Dependency = {
  /** As the ecosystem compares names: lower case where it ignores case, `group:artifact` for Maven. */
  readonly name: string;
  /** As written; null when no version is asked for, or when it is no version (a git address, a path, a variable). */
  readonly range: string | null;
  /** May be missing from the lock without disagreement: optional, peer, or for some platforms only. */
  readonly optional: boolean;
  /** For those who work on the project only: tests, tools. */
  readonly development?: true;
};

export type ReadManifest = {
  /** The name under which other manifests of the tree depend on this one. */
  readonly name: string | null;
  /** Those that come from outside the repository, as far as the manifest alone can tell. */
  readonly dependencies: readonly Dependency[];
  /** Globs of member directories, relative to the manifest, that share its lock. */
  readonly workspaces?: readonly string[];
  /** Names of files beside the manifest that lock it and nothing else. */
  readonly lockNames?: readonly string[];
  /** The manifest names everything exactly, transitive ones included; this says how. */
  readonly locksItself?: string;
  /** It does so by versions, and no hash of what it names is in the tree. */
  readonly byVersionsOnly?: true;
  /** Versions that manifests at and below this directory take where they name none. The file itself is no manifest. */
  readonly centralVersions?: ReadonlyMap<string, string>;
  /** Something a reader should know, such as where the dependencies are declared instead. */
  readonly remark?: string;
  /** Every component that a build takes, where the manifest names transitive ones too. */
  readonly built?: readonly Dependency[];
  /** Names that the manifest forces to other versions, so that a lock may differ from the declared range. */
  readonly overridden?: readonly string[];
};

/** One format of manifest. `read` returns null for a file of that name which turns out to declare nothing. */
export type ManifestReader = {
  readonly ecosystem: Ecosystem;
  /** Lock formats that may lock it, best first. */
  readonly lockedBy: readonly LockfileFormat[];
  readonly matches: FileChoice;
  readonly read: (text: string, path: string) => Parsed<ReadManifest | null>;
};
