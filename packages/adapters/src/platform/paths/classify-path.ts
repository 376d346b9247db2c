// SPDX-License-Identifier: Apache-2.0
import { languageOfPath } from './language-of-path.ts';

/** What a file is there for, as far as its path tells. `source`: code that the project itself wrote and ships. */
export type PathClass =
  | 'source'
  | 'test'
  | 'example'
  | 'fixture'
  | 'vendored'
  | 'generated'
  | 'documentation'
  | 'other';

const vendoredFolders = words(
  'vendor vendors vendored _vendor third_party third-party thirdparty 3rdparty 3rd_party 3rd-party node_modules ' +
    'bower_components jspm_packages godeps pods carthage .yarn site-packages',
);
const generatedFolders = words('dist __generated__ generated autogen auto-generated _generated .next .nuxt');
const fixtureFolders = words(
  'fixture fixtures __fixtures__ test-fixtures test_fixtures testfixtures testdata test-data test_data testfiles ' +
    'golden goldens goldenfiles snapshots __snapshots__ cassettes corpus corpora seed_corpus seeds-corpus baselines ' +
    'testsuites conformance-data',
);
const testFolders = words(
  'test tests __tests__ __test__ spec specs testing e2e unittest unittests unit-tests unit_tests integration-test ' +
    'integration-tests integration_tests functional-tests functional_tests acceptance-tests acceptance_tests ' +
    'androidtest testsuite test-suite selftest selftests __mocks__ cypress regression-tests t',
);
const exampleFolders = words(
  'example examples sample samples demo demos tutorial tutorials playground showcase cookbook',
);
const documentationFolders = words('doc docs documentation man .changes changelogs');

const vendoredNames =
  /^(?:gradlew(?:\.bat)?|mvnw(?:\.cmd)?|jquery[-.\d]*(?:\.min)?\.js|\.pnp\.c?js|yarn-[\d.]+\.c?js)$/u;
const generatedNames: readonly RegExp[] = [
  /\.(?:min|bundle|chunk)\.(?:js|mjs|css)$/u,
  /\.pb(?:\.gw)?\.(?:go|cc|h|c|rs|swift)$/u,
  /_(?:pb2|pb2_grpc)\.pyi?$/u,
  /_pb\.(?:js|ts|d\.ts|rb)$/u,
  /\.(?:g|freezed|gr)\.dart$/u,
  /[._-](?:generated|designer|autogen)\.[a-z0-9]{1,10}$/u,
  /^zz_generated/u,
  /\.(?:js|css|mjs|cjs)\.map$/u,
  /^(?:aclocal\.m4|ltmain\.sh|config\.guess|config\.sub|install-sh|depcomp|missing|compile|configure|makefile\.in)$/u,
];
const testNames: readonly RegExp[] = [
  /[._-](?:test|tests|spec|e2e|cy|unittest)\.[a-z0-9]{1,10}$/u,
  /^test_.{1,200}\.(?:py|c|cc|cpp|rb|jl|r)$/u,
  /^(?:conftest|test|tests)\.[a-z]{1,6}$/u,
];
/** The casing tells: `UserTest.java` is a test, `latest.java` is not. */
const testNamesWithCase =
  /(?:Test|Tests|TestCase|Spec|IT)\.(?:java|kt|kts|scala|groovy|cs|fs|php|swift|m|mm|cpp|cc|dart)$/u;
const documentationNames =
  /(?<!^(?:cmakelists|meson_options|requirements[\w.-]{0,40}|constraints))\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|pod|texi|tex|man|[1-9])$|^(?:readme|changelog|changes|license|licence|copying|notice|authors|contributing|contributors|maintainers|news|history|todo|install|thanks|credits|security|governance)(?:\.[a-z]{1,10})?$/u;

/**
 * Says what a file is there for. What came from elsewhere or was made by a program comes first, then test data, tests
 * and examples wherever they lie, documentation, and code that is left. Letter case is ignored except where it tells a
 * test class. Linear in the length of the path.
 */
export function classifyPath(path: string): PathClass {
  const parts = path.toLowerCase().split('/');
  const name = parts.pop() ?? '';
  const within = (folders: ReadonlySet<string>): boolean => parts.some((part) => folders.has(part));
  if (within(vendoredFolders) || parts[0] === 'deps' || vendoredNames.test(name)) return 'vendored';
  if (within(generatedFolders) || generatedNames.some((pattern) => pattern.test(name))) return 'generated';
  if (within(fixtureFolders)) return 'fixture';
  const prose = documentationNames.test(name);
  // Hidden files configure tools; being written in a language makes them no part of the product.
  const code = !prose && !name.startsWith('.') && languageOfPath(path) !== null;
  if (code && (testNames.some((pattern) => pattern.test(name)) || testNamesWithCase.test(path))) return 'test';
  if (within(testFolders)) return code ? 'test' : prose ? 'documentation' : 'fixture';
  if (within(exampleFolders)) return 'example';
  if (within(documentationFolders) || prose) return 'documentation';
  return code ? 'source' : 'other';
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
