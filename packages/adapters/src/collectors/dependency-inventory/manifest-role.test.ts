// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { roleOfPath, rolesOf } from './manifest-role.ts';

test.each([
  ['package.json', 'shipped'],
  ['packages/core/package.json', 'shipped'],
  ['services/api/go.mod', 'shipped'],
  ['crates/testing-support/Cargo.toml', 'shipped'],
  ['requirements.txt', 'shipped'],
  ['requirements/base.txt', 'shipped'],
  ['requirements-dev.txt', 'tooling'],
  ['dev-requirements.txt', 'tooling'],
  ['requirements/tests.in', 'tooling'],
  ['docs/requirements.txt', 'tooling'],
  ['.github/tools/package.json', 'tooling'],
  ['hack/tools/go.mod', 'tooling'],
  ['fuzz/Cargo.toml', 'tooling'],
  ['benchmarks/package.json', 'tooling'],
  ['Dockerfile', 'shipped'],
  ['Dockerfile.dev', 'tooling'],
  ['build/test.Dockerfile', 'tooling'],
  ['tests/requirements.txt', 'tooling'],
  ['test/e2e/go.mod', 'tooling'],
  ['tests/integration/suite/deep/package.json', 'fixture'],
  ['tests/data/package.json', 'fixture'],
  ['pipelines/e2e-ports/broken/malformed/a/vcpkg.json', 'fixture'],
  ['test/fixtures/app/package.json', 'fixture'],
  ['pkg/parser/testdata/go.mod', 'fixture'],
  ['src/test/resources/demo/pom.xml', 'fixture'],
  ['core/src/it/simple/pom.xml', 'fixture'],
  ['lib/__fixtures__/package.json', 'fixture'],
  ['examples/hello/Cargo.toml', 'example'],
  ['samples/web/App.csproj', 'example'],
  ['packages/create-app/template-react/package.json', 'example'],
  ['node_modules/a/package.json', 'vendored'],
  ['vendor/github.com/a/b/go.mod', 'vendored'],
  ['third_party/zlib/package.json', 'vendored'],
])('%s is %s', (path, role) => {
  expect(roleOfPath(path)).toBe(role);
});

test('many manifests of one name below a folder of tests are what the tests are run on', () => {
  const harness = ['tests/a/package.json', 'tests/package.json'];
  expect([...rolesOf(harness).values()]).toEqual(['tooling', 'tooling']);
  const data = ['a', 'b', 'c', 'd'].map((name) => `tests/${name}/package.json`);
  expect(new Set(rolesOf([...data, 'tests/package.json']).values())).toEqual(new Set(['fixture', 'tooling']));
  expect(rolesOf([...data, 'tests/package.json']).get('tests/package.json')).toBe('tooling');
});
