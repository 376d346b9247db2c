// SPDX-License-Identifier: Apache-2.0
import type { SourceLocation } from './source-location.ts';
import type { Unread } from './unread.ts';

/** A compiler, runtime or build tool that the build fixes, and how firmly. */
export type ToolchainPin = {
  readonly tool: string;
  readonly version: string;
  /** `exact`: full version or digest; `floating`: major, range, `stable`, `latest`; `unknown`: computed elsewhere. */
  readonly pin: 'exact' | 'floating' | 'unknown';
  readonly at: SourceLocation;
};

export type HardeningFeature =
  | 'stack-protector'
  | 'fortify'
  | 'pie'
  | 'relro'
  | 'noexec-stack'
  | 'control-flow'
  | 'format-security'
  | 'bounds-checks'
  | 'overflow-checks'
  | 'warnings-as-errors'
  | 'sanitizers-in-ci';

export type HardeningFlag = { readonly feature: HardeningFeature; readonly flag: string; readonly at: SourceLocation };

/** What build files say about compiling. `compiled` names the languages whose binaries take hardening flags (C, C++ …). */
export type BuildConfiguration = {
  readonly compiled: readonly string[];
  readonly toolchains: readonly ToolchainPin[];
  readonly hardening: readonly HardeningFlag[];
  /** Build files that were read. */
  readonly buildFiles: readonly string[];
  /** Build files that could not be read: what they say is not known. */
  readonly unread?: readonly Unread[];
};
