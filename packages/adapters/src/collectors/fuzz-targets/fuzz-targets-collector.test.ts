// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { fuzzTargetsCollector } from './fuzz-targets-collector.ts';

const collect = async (files: { readonly [path: string]: string }) =>
  (await fuzzTargetsCollector.collect(collectorInput(files)))[0];

describe('fuzz targets', () => {
  it.each([
    [
      'cargo-fuzz',
      'fuzz/fuzz_targets/parse.rs',
      '#![no_main]\nuse libfuzzer_sys::fuzz_target;\nfuzz_target!(|data: &[u8]| {});',
      3,
    ],
    ['go-fuzz', 'parse_test.go', 'package x\n\nfunc FuzzParse(f *testing.F) {', 3],
    ['go-fuzz', 'fuzz.go', 'package x\nfunc Fuzz(data []byte) int {', 2],
    ['libfuzzer', 'tests/fuzz/url.c', 'int LLVMFuzzerTestOneInput(const uint8_t *d, size_t n)', 1],
    ['afl', 'fuzz/afl.c', 'int main() {\n while (__AFL_LOOP(1000)) {', 2],
    ['jazzer', 'src/test/java/JsonFuzzTest.java', 'class X {\n  @FuzzTest\n  void x() {}', 2],
    ['atheris', 'fuzzing/fuzz_url.py', 'import sys\nimport atheris', 2],
    ['property-based', 'tests/test_url.py', 'from hypothesis import given', 1],
    ['property-based', 'test/url.test.ts', "import fc from 'fast-check';", 1],
    ['property-based', 'src/lib.rs', 'mod t {\n  proptest! {', 2],
  ])('finds %s in %s', async (kind, path, text, line) => {
    expect(await collect({ [path]: text })).toMatchObject({
      state: 'found',
      fact: { targets: [{ kind, at: { path, line } }] },
    });
  });

  it('knows what is only a comment, a name, or vendored', async () => {
    const files = {
      'fuzz/readme.c': '// LLVMFuzzerTestOneInput is not written yet',
      'fuzz.yml': 'fuzz: true',
      'vendor/x/fuzz/a.c': 'int LLVMFuzzerTestOneInput(void)',
    };
    expect(await collect(files)).toMatchObject({ state: 'absent' });
  });

  it('knows a build of OSS-Fuzz by the compilers that only its image has', async () => {
    const files = {
      'test/fuzz/oss_fuzz_build.sh': '#!/bin/sh\ncompile_native_go_fuzzer_v2 example.com/x FuzzX FuzzX\n',
    };
    expect(await collect(files)).toMatchObject({
      fact: { services: [{ service: 'oss-fuzz', at: { line: 2 }, inTree: true }] },
    });
  });

  it('finds the services, in the tree and elsewhere', async () => {
    const files = {
      '.clusterfuzzlite/build.sh': 'cc $LIB_FUZZING_ENGINE',
      '.github/workflows/cifuzz.yml':
        'jobs:\n  x:\n    steps:\n      - uses: google/oss-fuzz/infra/cifuzz/actions/run_fuzzers@master',
      '.github/workflows/off.yml': '#      - uses: google/clusterfuzzlite/actions/run_fuzzers@v1',
    };
    expect(await collect(files)).toMatchObject({
      fact: {
        targets: [],
        services: [
          { service: 'clusterfuzzlite', at: { path: '.clusterfuzzlite/build.sh' }, inTree: true },
          { service: 'oss-fuzz', at: { path: '.github/workflows/cifuzz.yml', line: 4 }, inTree: false },
        ],
      },
    });
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const found = await collect({ 'fuzz/a.c': text, 'a_test.go': text, '.github/workflows/x.yml': text });
        expect(found?.kind).toBe('fuzz-targets');
      }),
    );
  });
});
