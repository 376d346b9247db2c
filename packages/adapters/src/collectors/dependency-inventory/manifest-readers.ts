// SPDX-License-Identifier: Apache-2.0
import { cargoToml } from './cargo/cargo-toml.ts';
import { nugetPackagesConfig, nugetProject } from './dotnet/nuget.ts';
import { goMod } from './go/go-mod.ts';
import { helmChart } from './images/helm-chart.ts';
import { gradleBuild } from './jvm/gradle-build.ts';
import { pom } from './jvm/pom.ts';
import type { ManifestFormat, ManifestReader } from './model/manifest-reader.ts';
import { denoJson } from './npm/deno.ts';
import { packageJson } from './npm/package-json.ts';
import { condaEnvironment } from './other/conda.ts';
import { conanfile, mesonWrap, vcpkgJson } from './other/cpp.ts';
import { pubspec } from './other/dart.ts';
import { mixExs } from './other/elixir.ts';
import { nixFlake } from './other/nix.ts';
import { podfile, swiftPackage } from './other/swift.ts';
import { jsonnetfile } from './other/jsonnet.ts';
import { bufYaml } from './other/buf.ts';
import { moduleBazel } from './other/bazel.ts';
import { terraformModule } from './other/terraform.ts';
import { juliaProject } from './other/julia.ts';
import { cpanfile } from './other/perl.ts';
import { cabalFile } from './other/haskell.ts';
import { opamFile } from './other/ocaml.ts';
import { zigZon } from './other/zig.ts';
import { gleamToml } from './other/gleam.ts';
import { cartfile } from './other/carthage.ts';
import { composerJson } from './php/composer.ts';
import { pipfile } from './python/pipfile.ts';
import { pyproject } from './python/pyproject.ts';
import { requirements } from './python/requirements.ts';
import { setupCfg } from './python/setup-cfg.ts';
import { setupPy } from './python/setup-py.ts';
import { gemfile, gemspec } from './ruby/gemfile.ts';

/** The reader of every manifest format; a format without one does not compile. */
export const manifestReaders: { readonly [F in ManifestFormat]: ManifestReader } = {
  'package-json': packageJson,
  'deno-json': denoJson,
  pyproject,
  requirements,
  'setup-py': setupPy,
  'setup-cfg': setupCfg,
  pipfile,
  'conda-environment': condaEnvironment,
  'go-mod': goMod,
  'cargo-toml': cargoToml,
  pom,
  'gradle-build': gradleBuild,
  gemfile,
  gemspec,
  'composer-json': composerJson,
  'nuget-project': nugetProject,
  'nuget-packages-config': nugetPackagesConfig,
  'helm-chart': helmChart,
  'swift-package': swiftPackage,
  podfile,
  pubspec,
  'mix-exs': mixExs,
  conanfile,
  'vcpkg-json': vcpkgJson,
  'meson-wrap': mesonWrap,
  'nix-flake': nixFlake,
  jsonnetfile,
  'buf-yaml': bufYaml,
  'module-bazel': moduleBazel,
  'terraform-module': terraformModule,
  'julia-project': juliaProject,
  cpanfile,
  'cabal-file': cabalFile,
  'opam-file': opamFile,
  'zig-zon': zigZon,
  'gleam-toml': gleamToml,
  cartfile,
};
