// SPDX-License-Identifier: Apache-2.0
import { forPurposes, type ToolWay } from './tool.ts';

const lint = forPurposes('lint');
const types = forPurposes('type-check');
const js: readonly string[] = ['JavaScript', 'TypeScript'];
const c: readonly string[] = ['C', 'C++'];
const jvm: readonly string[] = ['Java', 'Kotlin', 'Groovy', 'Scala'];
const many: readonly string[] = ['*'];
const none: readonly string[] = [];

const linters: readonly ToolWay[] = [
  lint('golangci-lint', 'golangci-lint', ['Go'], {
    commands: ['golangci-lint run|custom|fmt', 'custom-gcl run'],
    actions: ['golangci/golangci-lint-action', 'reviewdog/action-golangci-lint'],
    images: ['golangci/golangci-lint'],
  }),
  lint('go-vet', 'go vet', ['Go'], { commands: ['go vet'] }),
  lint('staticcheck', 'staticcheck', ['Go'], { commands: ['staticcheck'], actions: ['dominikh/staticcheck-action'] }),
  lint('go-linters', 'revive, gofmt and others', ['Go'], {
    commands: ['revive|golint|errcheck|gofmt|gofumpt|goimports|gci|ineffassign|nilaway|misspell|govet'],
  }),
  lint('clippy', 'Clippy', ['Rust'], {
    commands: ['cargo clippy', 'cargo hack ~clippy', 'clippy-driver'],
    actions: [
      'actions-rs/clippy-check',
      'giraffate/clippy-action',
      'auguwu/clippy-action',
      'actions-rs/cargo[command=clippy]',
    ],
  }),
  lint('rustfmt', 'rustfmt', ['Rust'], {
    commands: ['cargo fmt', 'rustfmt'],
    actions: ['actions-rust-lang/rustfmt', 'actions-rs/cargo[command=fmt]'],
  }),
  lint('ruff', 'Ruff', ['Python'], {
    commands: ['ruff !--version'],
    actions: ['astral-sh/ruff-action', 'chartboost/ruff-action'],
    images: ['astral-sh/ruff'],
  }),
  lint('flake8', 'Flake8', ['Python'], {
    commands: ['flake8|pyflakes|pycodestyle|pydocstyle|flakehell'],
    actions: ['py-actions/flake8', 'reviewdog/action-flake8'],
  }),
  lint('pylint', 'Pylint', ['Python'], { commands: ['pylint'] }),
  lint('black', 'Black and isort', ['Python'], {
    commands: ['black|isort|autopep8|yapf|pyupgrade'],
    actions: ['psf/black', 'isort/isort-action'],
  }),
  lint('eslint', 'ESLint', js, {
    commands: [
      'eslint|eslint_d|eslint.js',
      'next lint',
      'ng lint',
      'vue-cli-service lint',
      'react-scripts lint',
      'neostandard|semistandard|xo|oxlint|tslint|jshint|snazzy|ts-standard|gts',
    ],
    actions: ['reviewdog/action-eslint', 'sibiraj-s/action-eslint'],
  }),
  lint('standard', 'standard', js, { commands: ['standard|standardx'] }),
  lint('biome', 'Biome', js, { commands: ['biome ci|check|lint|format'] }),
  lint('deno-lint', 'deno lint', js, { commands: ['deno lint|fmt'] }),
  lint('prettier', 'Prettier', js, {
    commands: ['prettier|dprint'],
    actions: ['creyD/prettier_action', 'actionsx/prettier', 'dprint/check'],
  }),
  lint('clang-tidy', 'clang-tidy', c, {
    commands: ['clang-tidy|clang-tidy-*|run-clang-tidy|run-clang-tidy-*|run-clang-tidy.py|clang-tidy-diff.py'],
    actions: ['ZedThree/clang-tidy-review', 'HorstBaerbel/action-clang-tidy', 'cpp-linter/cpp-linter-action'],
  }),
  lint('clang-format', 'clang-format', c, {
    commands: [
      'clang-format|clang-format-*|git-clang-format|run-clang-format|run-clang-format.py|uncrustify|astyle|indent|cpplint|cmake-format|cmakelint',
    ],
    actions: ['jidicula/clang-format-action', 'DoozyX/clang-format-lint-action'],
  }),
  lint('checkpatch', 'checkpatch', ['C'], { commands: ['checkpatch.pl'] }),
  lint('sparse', 'Sparse', ['C'], { commands: ['sparse|smatch|coccicheck|spatch'] }),
  lint('checkstyle', 'Checkstyle, PMD, Spotless', jvm, {
    commands: [
      'mvn ~checkstyle:*|pmd:*|spotless:*|com.diffplug.spotless:*|formatter:*|errorprone:*|license:*|apache-rat:*|fmt:*|animal-sniffer:*|japicmp:*',
      'gradle ~checkstyle*|pmd*|spotlessCheck|spotlessApply|ktlintCheck|detekt*|lint|lint*|apiCheck|codenarc*|*:spotlessCheck|*:detekt|*:lint',
      'ktlint|detekt|detekt-cli|pmd|checkstyle|scalafmt|scalafix|google-java-format',
      'sbt ~scalafmtCheck*|scalafixAll|scalastyle|headerCheck*',
    ],
    actions: [
      'natiginfo/action-detekt-all',
      'ScaCap/action-ktlint',
      'pmd/pmd-github-action',
      'dbelyaev/action-checkstyle',
      'axel-op/googlejavaformat-action',
    ],
  }),
  lint('spotbugs', 'SpotBugs', jvm, {
    commands: ['mvn ~spotbugs:*|com.github.spotbugs:*', 'gradle ~spotbugs*|:spotbugs*|*:spotbugsMain', 'spotbugs'],
    jenkins: ['spotBugs'],
  }),
  lint('dotnet-format', 'dotnet format', ['C#'], {
    commands: ['dotnet format', 'csharpier', 'dotnet csharpier', 'jb inspectcode', 'roslynator analyze'],
  }),
  lint('rubocop', 'RuboCop', ['Ruby'], {
    commands: [
      'rubocop|standardrb|reek|erblint|slim-lint|haml-lint|fasterer',
      'rake rubocop|standard|lint',
      'overcommit',
    ],
    actions: ['reviewdog/action-rubocop', 'standardrb/standard-ruby-action'],
  }),
  lint('phpcs', 'PHP_CodeSniffer and others', ['PHP'], {
    commands: [
      'phpcs|php-cs-fixer|phpmd|ecs|pint|rector|parallel-lint|phplint',
      'php -l',
      'composer normalize|validate',
    ],
    actions: ['OskarStark/php-cs-fixer-ga'],
  }),
  lint('shellcheck', 'ShellCheck', ['Shell'], {
    commands: ['shellcheck|shfmt|checkbashisms|bashate'],
    actions: [
      'ludeeus/action-shellcheck',
      'azohra/shell-linter',
      'reviewdog/action-shellcheck',
      'bewuethr/shellcheck-action',
      'sudo-bot/action-shellcheck',
    ],
    images: ['koalaman/shellcheck*'],
  }),
  lint('swiftlint', 'SwiftLint', ['Swift'], {
    commands: ['swiftlint|swiftformat', 'swift format|package ~lint'],
    actions: ['norio-nomura/action-swiftlint'],
  }),
  lint('credo', 'Credo and mix format', ['Elixir'], { commands: ['mix credo|format', 'rebar3 lint|fmt', 'erlfmt'] }),
  lint('dart-analyze', 'dart analyze', ['Dart'], { commands: ['dart analyze|format', 'flutter analyze'] }),
  lint('luacheck', 'Luacheck', ['Lua'], { commands: ['luacheck|stylua|selene'] }),
  lint('hlint', 'HLint', ['Haskell'], {
    commands: ['hlint|ormolu|fourmolu|stylish-haskell'],
    actions: ['haskell-actions/run-hlint', 'haskell-actions/hlint-run'],
  }),
  lint('perlcritic', 'Perl::Critic', ['Perl'], { commands: ['perlcritic|perltidy'] }),
  lint('ansible-lint', 'ansible-lint', ['YAML'], {
    commands: ['ansible-lint'],
    actions: ['ansible/ansible-lint', 'ansible/ansible-lint-action'],
  }),
  lint('terraform-lint', 'TFLint', ['HCL'], {
    commands: ['tflint', 'terraform|tofu validate|fmt'],
    actions: ['terraform-linters/setup-tflint'],
  }),
  lint('buf', 'buf', ['Protocol Buffer'], {
    commands: ['buf lint|breaking|format'],
    actions: ['bufbuild/buf-lint-action', 'bufbuild/buf-action', 'bufbuild/buf-breaking-action'],
  }),
  lint('pre-commit', 'pre-commit', many, {
    commands: ['pre-commit|prek run', 'lefthook run', 'husky run', 'hk check|run'],
    actions: [
      'pre-commit/action',
      'j178/prek-action',
      'tox-dev/action-pre-commit-uv',
      'pre-commit-ci/lite-action[never=*]',
    ],
  }),
  lint('super-linter', 'Super-Linter', many, {
    actions: [
      'github/super-linter',
      'github/super-linter/*',
      'super-linter/super-linter',
      'super-linter/super-linter/*',
    ],
    images: ['github/super-linter', 'super-linter/super-linter'],
  }),
  lint('megalinter', 'MegaLinter', many, {
    commands: ['mega-linter-runner'],
    actions: ['oxsecurity/megalinter', 'oxsecurity/megalinter/*', 'megalinter/megalinter'],
    images: ['oxsecurity/megalinter*'],
  }),
  lint('trunk', 'Trunk Check', many, { commands: ['trunk check'], actions: ['trunk-io/trunk-action'] }),
  lint('text-linters', 'Linters of text and data', none, {
    commands: [
      'yamllint|markdownlint|markdownlint-cli2|mdl|codespell|typos|cspell|vale|taplo|jsonlint|editorconfig-checker|ec|textlint|alex|reuse|lychee|commitlint|committed|gitlint|dotenv-linter|stylelint|htmlhint|djlint|addlicense|licenseheaders|check-jsonschema|remark|doc8|rstcheck|sphinx-lint|write-good|publint|attw|knip|depcheck|syncpack|manypkg',
    ],
    actions: [
      'codespell-project/actions-codespell',
      'crate-ci/typos',
      'DavidAnson/markdownlint-cli2-action',
      'ibiqlik/action-yamllint',
      'karancode/yamllint-github-action',
      'fsfe/reuse-action',
      'streetsidesoftware/cspell-action',
      'lycheeverse/lychee-action',
      'wagoid/commitlint-github-action',
      'nosborn/github-action-markdown-cli',
      'avto-dev/markdown-lint',
      'errata-ai/vale-action',
      'amannn/action-semantic-pull-request',
      'editorconfig-checker/action-editorconfig-checker',
    ],
  }),
  lint('chart-lint', 'Helm lint', ['YAML'], {
    commands: ['helm lint', 'ct lint|lint-and-install', 'kubeconform|kubeval|kustomize-lint'],
  }),
  lint('nix-lint', 'Nix linters', ['Nix'], { commands: ['statix|deadnix|nixfmt|alejandra|nixpkgs-fmt|treefmt'] }),
  lint('cargo-checks', 'cargo-semver-checks, machete and others', ['Rust'], {
    commands: ['cargo semver-checks|machete|udeps|sort|public-api|msrv|minimal-versions|vet|deny'],
    actions: ['obi1kenobi/cargo-semver-checks-action', 'EmbarkStudios/cargo-deny-action', 'bnjbvr/cargo-machete'],
  }),
];

const typeCheckers: readonly ToolWay[] = [
  types('mypy', 'mypy', ['Python'], {
    commands: ['mypy|dmypy|stubtest', 'mypy.stubtest'],
    actions: ['tsuyoshicho/action-mypy'],
  }),
  types('pyright', 'Pyright', ['Python'], {
    commands: ['pyright|basedpyright'],
    actions: ['jakebailey/pyright-action'],
  }),
  types('python-types', 'ty, Pyre, pytype, Pyrefly', ['Python'], {
    commands: ['ty check', 'pyre check', 'pytype', 'pyrefly check', 'zuban check|mypy'],
  }),
  types('tsc', 'TypeScript compiler', ['TypeScript', 'JavaScript'], {
    commands: ['tsc|tsgo|vue-tsc|tsd|tsc-strict|flow|flow-bin', 'deno check', 'svelte-check', 'astro check'],
  }),
  types('phpstan', 'PHPStan and Psalm', ['PHP'], {
    commands: ['phpstan|phpstan.phar|psalm|psalm.phar|phan|mago'],
    actions: ['chindit/actions-phpstan'],
  }),
  types('sorbet', 'Sorbet and Steep', ['Ruby'], { commands: ['srb tc', 'steep check', 'rbs validate|test'] }),
  types('dialyzer', 'Dialyzer', ['Erlang', 'Elixir'], { commands: ['mix dialyzer', 'rebar3 dialyzer'] }),
];

/** Linters, formatters and type checkers. What of them is security analysis, configured-tools.ts says. */
export const lintTools: readonly ToolWay[] = [...linters, ...typeCheckers];
