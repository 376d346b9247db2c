// SPDX-License-Identifier: Apache-2.0
import { forPurposes, type ToolWay } from './tool.ts';

const build = forPurposes('build');
const update = forPurposes('update');
const js: readonly string[] = ['JavaScript', 'TypeScript'];
const c: readonly string[] = ['C', 'C++'];
const jvm: readonly string[] = ['Java', 'Kotlin', 'Groovy', 'Scala'];
const many: readonly string[] = ['*'];
const none: readonly string[] = [];

const builders: readonly ToolWay[] = [
  build('go-build', 'go build', ['Go'], { commands: ['go build|install', 'ko build|apply|resolve', 'xgo'] }),
  build('cargo-build', 'cargo build', ['Rust'], {
    commands: [
      'cargo build|b|check|c|zigbuild|xwin|rustc|ndk|wasi|doc',
      'cross build|check',
      'cargo hack ~build|check',
      'maturin build|develop',
      'wasm-pack build',
      'rustc',
      'trunk build',
      'cargo batch|xtask',
    ],
    actions: ['houseabsolute/actions-rust-cross', 'PyO3/maturin-action'],
  }),
  build('maven', 'Maven', jvm, {
    commands: ['mvn ~compile|package|verify|install|deploy|test-compile|javadoc:*|site'],
  }),
  build('gradle', 'Gradle', jvm, {
    commands: [
      'gradle ~assemble|assemble*|jar|bootJar|compile*|publish*|dokka*|installDist|bundle*|shadowJar|distZip|*:assemble|*:jar|javadoc|classes|testClasses|compileAll',
    ],
    actions: ['gradle/gradle-build-action[arguments=*]'],
  }),
  build('ant', 'Ant', ['Java'], { commands: ['ant'] }),
  build('javac', 'javac', ['Java'], { commands: ['javac|kotlinc|scalac|native-image'] }),
  build('make', 'make', many, { commands: ['make|gmake|mingw32-make|nmake|emmake'] }),
  build('cmake', 'CMake', c, {
    commands: ['cmake -build', 'cmake -workflow', 'cmake -install', 'emcmake'],
    actions: ['lukka/run-cmake', 'threeal/cmake-action'],
    tasks: ['CMake'],
  }),
  build('meson', 'Meson and Ninja', c, {
    commands: ['meson compile|install', 'ninja|ninja-build|samu'],
    actions: ['BSFishy/meson-build'],
  }),
  build('c-compiler', 'C/C++ compiler', c, {
    commands: ['gcc|g++|cc|clang|clang++|c++|gcc-*|g++-*|clang-*|clang++-*|emcc|cl|cl.exe|icx'],
  }),
  build('bazel', 'Bazel', many, { commands: ['bazel|bazelisk build|run', 'buck2|buck build', 'pants package|check'] }),
  build('msbuild', 'MSBuild and dotnet build', ['C#', 'C++', 'F#', 'Visual Basic .NET'], {
    commands: [
      'msbuild|msbuild.exe|xbuild',
      'dotnet build|publish|pack|msbuild|cake',
      'nuke|cake|dotnet-cake',
      'devenv|devenv.com',
    ],
    tasks: ['MSBuild', 'VSBuild', 'XamariniOS', 'XamarinAndroid'],
  }),
  build('npm-build', 'Bundlers of JavaScript', js, {
    commands: [
      'webpack|rollup|vite|esbuild|parcel|tsup|tsdown|unbuild|swc|babel|rspack|rslib|microbundle|tshy|ncc|bob',
      'vite build',
      'next|nuxt|nuxi|astro|ng|gatsby|docusaurus|vitepress|vuepress build',
      'npm pack',
      'pnpm|yarn pack',
      'node-gyp|node-pre-gyp|prebuildify|cmake-js',
      'electron-builder|electron-forge',
    ],
  }),
  build('python-build', 'Python build front ends', ['Python'], {
    commands: [
      'pyproject-build',
      'setup.py bdist_wheel|sdist|build|build_ext|bdist|develop|install',
      'poetry|hatch|pdm|uv|flit|rye build',
      'cibuildwheel',
      'pip wheel',
      'pyinstaller|briefcase|nuitka|shiv|pex',
    ],
    actions: ['pypa/cibuildwheel', 'hynek/build-and-inspect-python-package', 'RalfG/python-wheels-manylinux-build'],
  }),
  build('gem-build', 'gem build', ['Ruby'], { commands: ['gem build', 'rake build|compile'] }),
  build('docker-build', 'Container image build', ['Dockerfile'], {
    commands: [
      'docker|podman|nerdctl build',
      'docker buildx build|bake',
      'docker image build',
      'docker-compose build',
      'docker compose build',
      'buildah bud|build',
      'kaniko|executor',
      'buildctl build',
      'img build',
      'nixpacks build',
      'pack build',
      'earthly',
      'apko build|publish',
      'melange build',
      'jib build',
    ],
    actions: [
      'docker/build-push-action',
      'docker/bake-action',
      'redhat-actions/buildah-build',
      'mr-smithers-excellent/docker-build-push',
      'int128/kaniko-action',
      'docker/github-builder/*',
    ],
    images: [
      'kaniko-project/executor',
      'plugins/docker',
      'plugins/kaniko',
      'woodpeckerci/plugin-docker-buildx',
      'woodpeckerci/plugin-kaniko',
      'thegeeklab/wp-docker-buildx',
    ],
    tasks: ['Docker'],
    orbs: ['circleci/docker'],
  }),
  build('goreleaser-build', 'GoReleaser (snapshot)', ['Go'], { commands: ['goreleaser build', 'goreleaser check'] }),
  build('xcodebuild', 'Xcode', ['Swift', 'Objective-C'], {
    commands: ['xcodebuild', 'swift build', 'fastlane'],
    tasks: ['Xcode'],
  }),
  build('nix', 'Nix', many, {
    commands: ['nix build|develop', 'nix-build', 'nix flake check', 'nixos-rebuild build', 'guix build'],
  }),
  build('packages-os', 'Packages of operating systems', many, {
    commands: [
      'dpkg-buildpackage|debuild|rpmbuild|mock|makepkg|abuild|snapcraft|flatpak-builder|nfpm|sbuild|git-buildpackage|gbp|fpm',
    ],
    actions: [
      'snapcore/action-build',
      'flatpak/flatpak-github-actions/*',
      'goreleaser/nfpm-action',
      'jtdor/build-deb-action',
    ],
  }),
  build('zig-build', 'zig build', ['Zig'], { commands: ['zig build', 'zig build-exe|build-lib'] }),
  build('haskell-build', 'cabal / stack', ['Haskell'], {
    commands: ['cabal build|v2-build|install', 'stack build|install'],
  }),
  build('dune', 'dune build', ['OCaml'], { commands: ['dune build|install'] }),
  build('mix', 'mix compile', ['Elixir', 'Erlang'], {
    commands: ['mix compile|release', 'rebar3 compile|release|escriptize'],
  }),
  build('flutter-build', 'Flutter and Dart', ['Dart'], { commands: ['flutter build', 'dart compile'] }),
  build('sbt', 'sbt', ['Scala'], { commands: ['sbt|mill|lein'] }),
  build('autotools', 'configure', c, {
    commands: ['configure|autoreconf|autogen.sh|buildconf|bootstrap|bootstrap.sh'],
  }),
];

const updaters: readonly ToolWay[] = [
  update('renovate', 'Renovate', none, {
    commands: ['renovate|renovate-config-validator'],
    actions: ['renovatebot/github-action', 'suzuki-shunsuke/github-action-renovate-config-validator'],
    images: ['renovate/renovate', 'renovatebot/renovate'],
  }),
  update('updatecli', 'updatecli', none, {
    commands: ['updatecli apply|diff|compose'],
    actions: ['updatecli/updatecli-action'],
  }),
  update('scala-steward', 'Scala Steward', none, { actions: ['scala-steward-org/scala-steward-action'] }),
  update('npm-check-updates', 'npm-check-updates', none, { commands: ['ncu|npm-check-updates|taze'] }),
  update('pip-compile', 'Refresh of lock files', none, {
    commands: [
      'cargo update',
      'npm update',
      'bundle update',
      'poetry update',
      'nix flake update',
      'pre-commit autoupdate',
      'go get -u',
    ],
    actions: ['DeterminateSystems/update-flake-lock'],
  }),
  update('dependabot-core', 'Dependabot outside GitHub', none, {
    images: ['dependabot/dependabot-core*', 'dependabot-gitlab/*'],
    tasks: ['dependabot'],
  }),
];

/** Builders and updaters. */
export const buildTools: readonly ToolWay[] = [...builders, ...updaters];
