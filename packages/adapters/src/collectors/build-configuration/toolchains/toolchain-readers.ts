// SPDX-License-Identifier: Apache-2.0
import { devcontainer, dockerfile } from './image-files.ts';
import { flakeLock, globalJson, gradleWrapper, mavenWrapper, packageJson, pipfile } from './project-files.ts';
import { pipelineSetup } from './pipeline-files.ts';
import type { ToolchainFile, ToolchainReader } from './toolchain-reader.ts';
import { goMod, mise, rustToolchain, sdkman, toolVersions, versionFile } from './version-files.ts';

/** The reader of every kind of file that fixes a toolchain. */
export const toolchainReaders: { readonly [F in ToolchainFile]: ToolchainReader } = {
  'rust-toolchain': rustToolchain,
  'version-file': versionFile,
  'tool-versions': toolVersions,
  mise,
  sdkman,
  'go-mod': goMod,
  'global-json': globalJson,
  'package-json': packageJson,
  'gradle-wrapper': gradleWrapper,
  'maven-wrapper': mavenWrapper,
  dockerfile,
  devcontainer,
  'flake-lock': flakeLock,
  pipfile,
  'pipeline-setup': pipelineSetup,
};
