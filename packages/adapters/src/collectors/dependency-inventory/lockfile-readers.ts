// SPDX-License-Identifier: Apache-2.0
import { cargoLock } from './cargo/cargo-lock.ts';
import { nugetLock } from './dotnet/nuget.ts';
import { goSum, goVendor } from './go/go-sum.ts';
import { helmLock } from './images/helm-chart.ts';
import { gradleLockfile, gradleVerification } from './jvm/gradle-locks.ts';
import { mavenLockfile } from './jvm/maven-lockfile.ts';
import type { LockfileFormat, LockfileReader } from './model/lockfile-reader.ts';
import { bunLock } from './npm/bun-lock.ts';
import { denoLock } from './npm/deno.ts';
import { packageLock } from './npm/package-lock.ts';
import { pnpmLock } from './npm/pnpm-lock.ts';
import { yarnLock } from './npm/yarn-lock.ts';
import { pixiLock } from './other/conda.ts';
import { conanLock, vcpkgConfiguration } from './other/cpp.ts';
import { pubspecLock } from './other/dart.ts';
import { mixLock } from './other/elixir.ts';
import { flakeLock } from './other/nix.ts';
import { podfileLock, swiftResolved } from './other/swift.ts';
import { jsonnetLock } from './other/jsonnet.ts';
import { bufLock } from './other/buf.ts';
import { bazelLock } from './other/bazel.ts';
import { terraformLock } from './other/terraform.ts';
import { juliaManifest } from './other/julia.ts';
import { cpanfileSnapshot } from './other/perl.ts';
import { cabalFreeze, stackLock } from './other/haskell.ts';
import { opamLocked } from './other/ocaml.ts';
import { gleamManifest } from './other/gleam.ts';
import { cartfileResolved } from './other/carthage.ts';
import { renvLock } from './other/renv.ts';
import { composerLock } from './php/composer.ts';
import { pipfileLock } from './python/pipfile.ts';
import { requirementsLock } from './python/requirements.ts';
import { pdmLock, poetryLock, pylock, uvLock } from './python/toml-locks.ts';
import { gemfileLock } from './ruby/gemfile-lock.ts';

/** The reader of every lockfile format; a format without one does not compile. */
export const lockfileReaders: { readonly [F in LockfileFormat]: LockfileReader } = {
  'package-lock': packageLock,
  'pnpm-lock': pnpmLock,
  'yarn-lock': yarnLock,
  'bun-lock': bunLock,
  'deno-lock': denoLock,
  'requirements-lock': requirementsLock,
  'poetry-lock': poetryLock,
  'uv-lock': uvLock,
  'pdm-lock': pdmLock,
  'pipfile-lock': pipfileLock,
  pylock,
  'pixi-lock': pixiLock,
  'go-sum': goSum,
  'go-vendor': goVendor,
  'cargo-lock': cargoLock,
  'maven-lockfile': mavenLockfile,
  'gradle-lockfile': gradleLockfile,
  'gradle-verification': gradleVerification,
  'gemfile-lock': gemfileLock,
  'composer-lock': composerLock,
  'nuget-lock': nugetLock,
  'helm-lock': helmLock,
  'swift-resolved': swiftResolved,
  'podfile-lock': podfileLock,
  'pubspec-lock': pubspecLock,
  'mix-lock': mixLock,
  'conan-lock': conanLock,
  'flake-lock': flakeLock,
  'jsonnet-lock': jsonnetLock,
  'buf-lock': bufLock,
  'bazel-lock': bazelLock,
  'terraform-lock': terraformLock,
  'julia-manifest': juliaManifest,
  'cpanfile-snapshot': cpanfileSnapshot,
  'cabal-freeze': cabalFreeze,
  'stack-lock': stackLock,
  'opam-locked': opamLocked,
  'gleam-manifest': gleamManifest,
  'cartfile-resolved': cartfileResolved,
  'renv-lock': renvLock,
  'vcpkg-configuration': vcpkgConfiguration,
};
