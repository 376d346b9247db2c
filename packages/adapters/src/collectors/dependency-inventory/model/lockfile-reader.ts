// SPDX-License-Identifier: Apache-2.0
import type { FileChoice } from '../../../platform/paths/file-choice.ts';
import type { Ecosystem } from '@plumbline/core/facts/dependency-inventory';
import type { Parsed } from '../../../platform/syntax/parsed.ts';
import type { Dependency } from './manifest-reader.ts';

/** Every format of lockfile that is read. */
export type LockfileFormat =
  | 'package-lock'
  | 'pnpm-lock'
  | 'yarn-lock'
  | 'bun-lock'
  | 'deno-lock'
  | 'requirements-lock'
  | 'poetry-lock'
  | 'uv-lock'
  | 'pdm-lock'
  | 'pipfile-lock'
  | 'pylock'
  | 'pixi-lock'
  | 'go-sum'
  | 'go-vendor'
  | 'cargo-lock'
  | 'maven-lockfile'
  | 'gradle-lockfile'
  | 'gradle-verification'
  | 'gemfile-lock'
  | 'composer-lock'
  | 'nuget-lock'
  | 'helm-lock'
  | 'swift-resolved'
  | 'podfile-lock'
  | 'pubspec-lock'
  | 'mix-lock'
  | 'conan-lock'
  | 'flake-lock'
  | 'jsonnet-lock'
  | 'buf-lock'
  | 'bazel-lock'
  | 'terraform-lock'
  | 'julia-manifest'
  | 'cpanfile-snapshot'
  | 'cabal-freeze'
  | 'stack-lock'
  | 'opam-locked'
  | 'gleam-manifest'
  | 'cartfile-resolved'
  | 'renv-lock'
  | 'vcpkg-configuration';

/** A component that comes from outside the repository. */
export type LockEntry = {
  readonly name: string;
  readonly version: string | null;
  /** By a digest of its content, or by the commit of a git source. */
  readonly hashed: boolean;
  /** Package URL type; null where the source has none (an address, a tarball). */
  readonly type: string | null;
  /** It comes inside the archive of another one, under that one's hash: a component, but nothing that is fetched. */
  readonly bundled?: true;
};

/** The project that may be locked: where it is, relative to the lockfile's directory (`''`: beside it), and its file's name. */
export type Member = { readonly directory: string; readonly name: string | null; readonly file: string };

export type ReadLockfile = {
  readonly entries: readonly LockEntry[];
  /** Whether it locks that project. */
  readonly covers: (member: Member) => boolean;
  /** How lock and manifest disagree over a direct dependency; null when they do not. */
  readonly disagreement: (dependency: Dependency, member: Member) => string | null;
};

export type LockfileReader = {
  /** What people call the file. */
  readonly title: string;
  readonly ecosystem: Ecosystem;
  /** The format has a place for hashes. */
  readonly canHash: boolean;
  readonly matches: FileChoice;
  /** Directory of the projects it locks. Null: the directory it lies in. */
  readonly directoryOf: ((path: string) => string) | null;
  /** Returns null for a file of that name which is no lockfile after all. */
  readonly read: (text: string, path: string) => Parsed<ReadLockfile | null>;
};
