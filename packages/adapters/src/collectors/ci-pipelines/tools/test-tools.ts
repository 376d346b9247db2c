// SPDX-License-Identifier: Apache-2.0
import { forPurposes, type ToolWay } from './tool.ts';

const test = forPurposes('test');
const buildAndTest = forPurposes('build', 'test');
const js: readonly string[] = ['JavaScript', 'TypeScript'];
const c: readonly string[] = ['C', 'C++'];
const jvm: readonly string[] = ['Java', 'Kotlin', 'Groovy', 'Scala'];
const dotnet: readonly string[] = ['C#', 'F#', 'Visual Basic .NET'];
const many: readonly string[] = ['*'];

/** Test runners. `npm test`, `make check` and their like count by themselves unless what they run is nothing. */
export const testTools: readonly ToolWay[] = [
  test('go-test', 'go test', ['Go'], {
    commands: ['go test !-fuzz*', 'gotestsum', 'ginkgo', 'gotest', 'richgo test', 'courtney'],
    actions: ['robherley/go-test-action', 'n8maninger/action-golang-test'],
  }),
  test('test-results', 'Results of a test run, recorded', many, {
    jenkins: ['junit', 'realtimeJUnit', 'xunit', 'nunit', 'testNG', 'mstest'],
  }),
  test('pytest', 'pytest', ['Python'], { commands: ['pytest|py.test', 'coverage run ~pytest', 'pytest-cov'] }),
  test('unittest', 'unittest', ['Python'], {
    commands: [
      'unittest',
      'coverage run ~unittest',
      'nose2|nosetests',
      'manage.py test',
      'coverage run ~manage.py',
      'trial',
      'zope-testrunner',
      'stestr run',
      'behave',
      'robot',
      'ward',
      'doctest',
      'setup.py test',
    ],
  }),
  test('cargo-test', 'cargo test', ['Rust'], {
    commands: [
      'cargo test|t',
      'cargo nextest run',
      'cargo hack ~test|nextest',
      'cargo llvm-cov !report !show-env',
      'cargo tarpaulin',
      'cargo insta test',
      'cargo miri test|nextest',
      'cargo careful test',
      'cross test',
      'cargo xtest',
      'wasm-pack test',
    ],
  }),
  buildAndTest('maven', 'Maven', jvm, {
    commands: [
      'mvn ~verify|install|test|package|deploy|integration-test|surefire:test|failsafe:integration-test !-DskipTests !-DskipTests=true !-Dmaven.test.skip !-Dmaven.test.skip=true',
    ],
  }),
  buildAndTest('gradle', 'Gradle', jvm, {
    commands: [
      'gradle ~build|check|test|allTests|jvmTest|*:build|*:check|*:test|connectedCheck|connectedAndroidTest|testDebugUnitTest|testReleaseUnitTest|integrationTest|test*UnitTest',
    ],
  }),
  buildAndTest('ant-test', 'Ant', ['Java'], { commands: ['ant ~test|tests|check|junit'] }),
  buildAndTest('bazel', 'Bazel', many, {
    commands: ['bazel|bazelisk|blaze test|coverage', 'buck2|buck test', 'pants test'],
  }),
  test('sbt-test', 'sbt', ['Scala'], {
    commands: ['sbt ~test|*/test|+test|testOnly*|+*/test', 'mill ~*.test', 'lein test', 'clojure|clj ~-M:test|-X:test'],
  }),
  test('npm-test', 'npm test', js, {
    commands: [
      'npm|pnpm|yarn|bun test',
      'npm|pnpm t|tst',
      'npm|pnpm|yarn|bun run|run-script test|tests|test:*|test-*',
      'yarn|pnpm tests|test:*|test-*',
    ],
  }),
  test('jest', 'Jest', js, { commands: ['jest|jest-cli', 'jest.js'] }),
  test('vitest', 'Vitest', js, { commands: ['vitest'] }),
  test('mocha', 'Mocha', js, { commands: ['mocha|_mocha|electron-mocha', 'mocha.js'] }),
  test('node-test', 'Node.js test runner', js, {
    commands: ['node -test', 'node -test-only', 'tsx -test', 'borp', 'bun test', 'deno test'],
  }),
  test('tap', 'tap / AVA / others', js, {
    commands: ['tap|tape|ava|jasmine|karma|uvu|lab|qunit|poku|zora|brittle|tstyche|wtr|web-test-runner|intern|bmt'],
  }),
  test('browser-tests', 'Playwright, Cypress and others', js, {
    commands: [
      'playwright test',
      'cypress run',
      'wdio|testcafe|nightwatch',
      'ng test|e2e',
      'react-scripts test',
      'nx ~test|--target=test*',
      'turbo ~test',
      'lerna ~test',
      'wpt run',
    ],
    actions: ['cypress-io/github-action'],
    orbs: ['cypress-io/cypress'],
  }),
  test('ctest', 'CTest', c, {
    commands: ['ctest|ctest3', 'cmake -build ~test|check'],
    actions: ['threeal/ctest-action'],
  }),
  test('make-test', 'make check / make test', many, {
    commands: [
      'make|gmake|mingw32-make|emmake|remake ~check|test|tests|distcheck|unittest|unittests|fate|test-nonflaky|test-ci|check-*|test-*|test_*|check_*',
    ],
  }),
  test('meson-test', 'meson test', c, { commands: ['meson test'], actions: ['BSFishy/meson-build[action=test]'] }),
  test('ninja-test', 'ninja test', c, { commands: ['ninja ~test|check|check-*|test-*'] }),
  test('dotnet-test', 'dotnet test', dotnet, {
    commands: [
      'dotnet test|vstest',
      'vstest.console|vstest.console.exe',
      'nunit3-console|xunit.console',
      'Invoke-Pester',
    ],
    tasks: ['VSTest', 'Pester'],
  }),
  test('rspec', 'RSpec / Minitest', ['Ruby'], {
    commands: [
      'rspec|parallel_rspec|cucumber',
      'rails test|test:*',
      'rake test|spec|test:*|spec:*',
      'turbo_tests',
      'minitest',
    ],
  }),
  test('phpunit', 'PHPUnit', ['PHP'], {
    commands: [
      'phpunit|phpunit.phar|simple-phpunit|paratest|pest|codecept|behat|phpspec|atoum|kahlan',
      'artisan test',
      'run-tests.php',
      'composer test',
    ],
  }),
  test('swift-test', 'swift test / xcodebuild test', ['Swift', 'Objective-C'], {
    commands: ['swift test', 'xcodebuild ~test|test-without-building', 'fastlane ~scan|test|tests'],
  }),
  test('dart-test', 'Dart / Flutter', ['Dart'], { commands: ['dart test', 'flutter test|drive', 'melos ~test'] }),
  test('mix-test', 'mix test', ['Elixir', 'Erlang'], { commands: ['mix test|coveralls*', 'rebar3 eunit|ct|proper'] }),
  test('haskell-test', 'cabal / stack', ['Haskell'], { commands: ['cabal test|v2-test', 'stack test'] }),
  test('ocaml-test', 'dune test', ['OCaml'], { commands: ['dune test|runtest', 'dune build ~@runtest'] }),
  test('perl-test', 'prove', ['Perl'], { commands: ['prove|yath', 'Build test', 'dzil test'] }),
  test('r-test', 'R CMD check', ['R'], { commands: ['R CMD check'], actions: ['r-lib/actions/check-r-package'] }),
  test('julia-test', 'Julia tests', ['Julia'], { actions: ['julia-actions/julia-runtest'] }),
  test('zig-test', 'zig test', ['Zig'], { commands: ['zig test', 'zig build test*'] }),
  test('bats', 'Shell test runners', ['Shell'], {
    commands: ['bats|shunit2|shellspec|roundup|kyua|avocado|kselftest'],
  }),
  test('lua-test', 'busted', ['Lua'], { commands: ['busted'] }),
  test('tox', 'tox', ['Python'], { commands: ['tox'] }),
  test('nox', 'nox', ['Python'], { commands: ['nox'] }),
  test('molecule', 'Molecule', ['YAML'], { commands: ['molecule test'] }),
  test('helm-test', 'Helm chart testing', ['YAML'], { commands: ['ct install|lint-and-install', 'helm unittest'] }),
];
