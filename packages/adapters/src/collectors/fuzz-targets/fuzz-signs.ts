// SPDX-License-Identifier: Apache-2.0
import type { FuzzTargets } from '@plumbline/core/facts/fuzz-targets';

export type FuzzKind = FuzzTargets['targets'][number]['kind'];

/** What shows that a file is a fuzz target: its path, and a line of its text. */
export type FuzzSign = {
  readonly kind: FuzzKind;
  /** Those of `path`, by which a sign is looked up. */
  readonly endings: readonly string[];
  readonly path: RegExp;
  readonly line: RegExp;
};

/** In order: the first sign of a file counts. Lines are bounded before they are matched. */
export const fuzzSigns: readonly FuzzSign[] = [
  { kind: 'cargo-fuzz', endings: ['rs'], path: /fuzz.*\.rs$/i, line: /\bfuzz_target!\s*[({]/ },
  { kind: 'afl', endings: ['rs'], path: /(?:fuzz|afl).*\.rs$/i, line: /\bafl::fuzz!|^\s*fuzz!\s*\(/ },
  { kind: 'other', endings: ['rs'], path: /fuzz.*\.rs$/i, line: /\bhonggfuzz::fuzz\b|\bbolero::check!|\bziggy::fuzz!/ },
  { kind: 'go-fuzz', endings: ['go'], path: /_test\.go$/, line: /^func Fuzz\w*\(\s*\w+\s+\*testing\.F\s*\)/ },
  { kind: 'go-fuzz', endings: ['go'], path: /fuzz.*\.go$/i, line: /^func Fuzz\w*\(\s*\w+\s+\[\]byte\s*\)\s*int/ },
  {
    kind: 'afl',
    endings: ['c', 'cc', 'cpp', 'cxx', 'h'],
    path: /(?:fuzz|afl).*\.(?:c|cc|cpp|cxx|h)$/i,
    line: /__AFL_(?:LOOP|INIT|FUZZ_INIT|FUZZ_TESTCASE_LEN)\b/,
  },
  {
    kind: 'libfuzzer',
    endings: ['c', 'cc', 'cpp', 'cxx', 'm', 'mm', 'swift', 'zig', 'h', 'hpp'],
    path: /fuzz.*\.(?:c|cc|cpp|cxx|m|mm|swift|zig|h|hpp)$/i,
    line: /\bLLVMFuzzerTestOneInput\b|\bFUZZ_TEST(?:_F)?\s*\(|\bDEFINE_(?:BINARY_|TEXT_)?PROTO_FUZZER\b/,
  },
  {
    kind: 'jazzer',
    endings: ['java', 'kt'],
    path: /fuzz.*\.(?:java|kt)$/i,
    line: /\bfuzzerTestOneInput\s*\(|^\s*@FuzzTest\b/,
  },
  {
    kind: 'jazzer',
    endings: ['js', 'mjs', 'cjs', 'ts'],
    path: /fuzz.*\.(?:js|mjs|cjs|ts)$/i,
    line: /@jazzer\.js\/|\bmodule\.exports\.fuzz\s*=|\bexport (?:async )?function fuzz\s*\(/,
  },
  {
    kind: 'atheris',
    endings: ['py'],
    path: /fuzz.*\.py$/i,
    line: /^\s*(?:import atheris\b|from atheris\b)|\batheris\.(?:Setup|Fuzz)\s*\(/,
  },
  {
    kind: 'other',
    endings: ['cs', 'fs'],
    path: /fuzz.*\.(?:cs|fs)$/i,
    line: /\bSharpFuzz\b|\bFuzzer\.(?:LibFuzzer|OutOfProcess|Run)\b/,
  },
  { kind: 'other', endings: ['rb'], path: /fuzz.*\.rb$/i, line: /\bRuzzy\.(?:fuzz|trace)\b/ },
  {
    kind: 'property-based',
    endings: ['py'],
    path: /(?:test|spec|prop)[^/]*\.py$|(?:^|\/)tests?\/.*\.py$/i,
    line: /^\s*(?:from hypothesis\b|import hypothesis\b)/,
  },
  {
    kind: 'property-based',
    endings: ['js', 'mjs', 'cjs', 'ts', 'mts', 'tsx', 'jsx'],
    path: /(?:test|spec|prop).*\.(?:js|mjs|cjs|ts|mts|tsx|jsx)$/i,
    line: /['"](?:fast-check|@fast-check\/[\w-]+|jsverify|testcheck)['"]/,
  },
  {
    kind: 'property-based',
    endings: ['rs'],
    path: /\.rs$/,
    line: /^\s*(?:proptest!|quickcheck!)\s*[{(]|^\s*#\[(?:quickcheck|proptest|test_strategy::proptest)\b|\barbtest::arbtest\(|\bquickcheck\(/,
  },
  {
    kind: 'property-based',
    endings: ['go'],
    path: /_test\.go$/,
    line: /"testing\/quick"|"pgregory\.net\/rapid"|"github\.com\/(?:flyingmutant\/rapid|leanovate\/gopter)/,
  },
  {
    kind: 'property-based',
    endings: ['java', 'kt', 'groovy', 'scala'],
    path: /(?:test|prop).*\.(?:java|kt|groovy|scala)$/i,
    line: /^import (?:static )?(?:net\.jqwik|com\.pholser\.junit\.quickcheck|org\.quicktheories|org\.scalacheck|io\.kotest\.property|edu\.berkeley\.cs\.jqf)\b/,
  },
  {
    kind: 'property-based',
    endings: ['cs', 'fs'],
    path: /(?:test|spec|prop).*\.(?:cs|fs)$/i,
    line: /^\s*(?:using|open) (?:FsCheck|CsCheck|Hedgehog)\b/,
  },
  {
    kind: 'property-based',
    endings: ['exs', 'ex', 'erl'],
    path: /(?:test|spec|prop).*\.(?:exs?|erl)$/i,
    line: /\buse ExUnitProperties\b|\buse PropCheck\b|proper\/include\/proper\.hrl/,
  },
  {
    kind: 'property-based',
    endings: ['hs'],
    path: /(?:test|spec|prop).*\.hs$/i,
    line: /^import (?:qualified )?(?:Test\.QuickCheck|Hedgehog|Test\.Tasty\.QuickCheck)\b/,
  },
  {
    kind: 'property-based',
    endings: ['rb', 'php'],
    path: /(?:test|spec|prop).*\.(?:rb|php)$/i,
    line: /\brequire ['"](?:rantly|propcheck|pbt)|^use Eris\\/,
  },
  { kind: 'property-based', endings: ['ml'], path: /(?:test|prop|qcheck).*\.ml$/i, line: /\bQCheck2?\.|\bCrowbar\./ },
];

/** Files of build systems that link the engine of OSS-Fuzz, or call the compilers that only its image has. */
export const ossFuzzBuild: { readonly path: RegExp; readonly line: RegExp } = {
  path: /fuzz.*(?:\.(?:sh|bash|mk|am|cmake|bazel|gn|py|txt|build)|Makefile|Dockerfile)$|^(?:.*\/)?(?:oss-?fuzz)[^/]*$/i,
  line: /\$\{?LIB_FUZZING_ENGINE\b|^\s*compile_(?:native_go|go|python|javascript)_fuzzer(?:_v2)?\s|gcr\.io\/oss-fuzz-base\/base-builder|ghcr\.io\/google\/oss-fuzz-base/,
};
