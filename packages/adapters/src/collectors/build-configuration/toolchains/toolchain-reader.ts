// SPDX-License-Identifier: Apache-2.0
import type { ToolchainPin } from '@plumbline/core/facts/build-configuration';
import type { FileChoice } from '../../../platform/paths/file-choice.ts';

/** Every kind of file that fixes a toolchain. */
export type ToolchainFile =
  | 'rust-toolchain'
  | 'version-file'
  | 'tool-versions'
  | 'mise'
  | 'sdkman'
  | 'go-mod'
  | 'global-json'
  | 'package-json'
  | 'gradle-wrapper'
  | 'maven-wrapper'
  | 'dockerfile'
  | 'devcontainer'
  | 'flake-lock'
  | 'pipfile'
  | 'pipeline-setup';

/** A pin without its path, which the collector adds. */
export type FoundPin = Pick<ToolchainPin, 'tool' | 'version' | 'pin'> & { readonly line: number };

/** Reads pins from one kind of file. What cannot be understood gives none. */
export type ToolchainReader = {
  readonly matches: FileChoice;
  readonly read: (text: string, path: string) => readonly FoundPin[];
};

const versionMax = 200;

/** A pin by what a version looks like: `exact` when it can only mean one release. */
export function pinOf(tool: string, version: string, line: number): FoundPin {
  const text = version.trim().slice(0, versionMax);
  return { tool, version: text, pin: isExactVersion(text) ? 'exact' : 'floating', line };
}

/** Doubtful case 17: a full version, a dated nightly or a hash is exact; majors, minors, ranges and channels float. */
export function isExactVersion(version: string): boolean {
  if (/[\s^~<>=|*,]|(?:^|\.)x(?:$|\.)/iu.test(version)) return false;
  return /(?:^|[^\d.])\d{1,5}\.\d{1,5}\.\d{1,6}/u.test(version) || /^(?:nightly|beta)-\d{4}-\d{2}-\d{2}/u.test(version);
}
