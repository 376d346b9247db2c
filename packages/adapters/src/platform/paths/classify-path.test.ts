// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { classifyPath, type PathClass } from './classify-path.ts';
import { languageOfPath } from './language-of-path.ts';

const cases: { readonly [kind in PathClass]: readonly string[] } = {
  source: [
    'src/main.rs',
    'lib/url.c',
    'index.js',
    'CMakeLists.txt',
    'src/latest.java',
    'src/manual/notes.rs',
    'Makefile',
  ],
  test: [
    'tests/unit/test1.c',
    'src/a.test.ts',
    'pkg/url_test.go',
    'tests/conftest.py',
    'src/UserServiceTest.java',
    't/01.t',
  ],
  example: ['examples/a.py', 'docs/examples/ftp.c', 'samples/x/readme.html'],
  fixture: [
    'testdata/a.go',
    'packages/parser/test/fixtures/x/input.js',
    'tests/data/test1349',
    'fuzz/corpus/a/seed.bin',
  ],
  vendored: [
    'vendor/github.com/x/y.go',
    'third_party/zlib/zlib.c',
    'web/node_modules/a/index.js',
    'gradlew',
    'deps/v8/a.cc',
  ],
  generated: ['dist/app.js', 'api/service.pb.go', 'a_pb2.py', 'web/app.min.js', 'configure', 'src/Form.Designer.cs'],
  documentation: ['README.md', 'docs/conf.py', 'LICENSE', 'tests/README.md', 'man/tool.1', 'docs/tests/CI.md'],
  other: [
    '.github/workflows/tests.yaml',
    'package.json',
    'logo.png',
    '.eslintrc.js',
    'requirements.txt',
    'requirements-dev.txt',
  ],
};

describe('classifyPath', () => {
  for (const [kind, paths] of Object.entries(cases)) {
    it.each(paths)(`${kind}: %s`, (path) => expect(classifyPath(path)).toBe(kind));
  }

  it('takes time in proportion to the length of a hostile path', () => {
    const start = performance.now();
    for (const part of ['a/', '_', '.test', 'Test', '1.', 'requirements-']) classifyPath(part.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

describe('languageOfPath', () => {
  it.each([
    ['a/b.rs', 'Rust'],
    ['Dockerfile', 'Dockerfile'],
    ['deploy/Dockerfile.alpine', 'Dockerfile'],
    ['Jenkinsfile', 'Jenkinsfile'],
    ['x.H', 'C'],
    ['.ts', null],
    ['constructor', null],
    ['a.__proto__', null],
    ['style.css', null],
  ])('%s: %s', (path, language) => expect(languageOfPath(path)).toBe(language));
});
