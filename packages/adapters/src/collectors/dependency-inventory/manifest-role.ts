// SPDX-License-Identifier: Apache-2.0
import type { ManifestRole } from '@plumbline/core/facts/dependency-inventory';

/** What a path says about its file. `vendored`: copied from elsewhere, with manifests that are not this repository's. */
export type PathRole = ManifestRole | 'vendored';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const vendored = set(
  'node_modules vendor vendored third_party third-party thirdparty 3rdparty bower_components pods carthage .yarn .venv venv site-packages _vendor',
);
const fixtures =
  /^_{0,2}(?:fixtures?|mocks?|snapshots?|goldens?|corpus|corpora|test[-_]?(?:data|files?|fixtures?|resources?|cases?|projects?|repos?|apps?|inputs?|assets?)(?:-.+)?)_{0,2}$/u;
const examples =
  /^_?(?:(?:.+[-_])?(?:examples?|samples?|demos?|tutorials?|playgrounds?|templates?|starters?)|(?:examples?|samples?|demos?|templates?)[-_].+|sandbox(?:es)?|quickstarts?|cookbook|snippets|boilerplates?|showcase|skeletons?)$/u;
const tests =
  /^_{0,2}(?:(?:.+[-_])?(?:tests?|specs?)|(?:e2e|tests?)[-_].+|e2e|integration|functional|acceptance|testsuite|it)_{0,2}$/u;
const tools = set(
  'docs doc documentation website site .github .gitlab .gitlab-ci.d .ci ci .circleci .forgejo .gitea .woodpecker scripts script tools tool tooling hack dev devtools dev-tools devel build-tools buildsrc build-logic benchmarks benchmark bench benches perf fuzz fuzzing .fuzz release releasing packaging .devcontainer contrib infra .azure-pipelines .buildkite .maintain automation gemfiles e2e maintenance .vscode .config .clusterfuzzlite oss-fuzz xtask',
);
/** Folders below a folder of tests that hold what the tests are run on. */
const data = set('data resources assets files projects inputs input cases lockfiles packages repos');
const toolFile =
  /(?:^|[-_.])(?:dev|devel|development|tests?|testing|docs?|documentation|lint|linting|ci|build|tools?|typing|types|mypy|bench|benchmarks?|style|format|release|publish|coverage|debug|fuzz(?:ing)?|e2e|tox|nox|pre-commit)(?:[-_.]|$)/u;

/** Which role a manifest, a lockfile or a Dockerfile has, from its path alone. */
export function roleOfPath(path: string): PathRole {
  const segments = path.toLowerCase().split('/');
  const name = segments.pop() ?? '';
  if (segments.some((segment) => vendored.has(segment))) return 'vendored';
  if (segments.some((segment) => fixtures.test(segment)) || inTestSources(segments)) return 'fixture';
  if (segments.some((segment) => examples.test(segment))) return 'example';
  const test = segments.findIndex((segment) => tests.test(segment));
  // a harness has its manifest at the top of the tests; what lies deeper is what they are run on
  if (test !== -1) {
    const below = segments.slice(test + 1);
    return below.length > 2 || below.some((segment) => data.has(segment)) ? 'fixture' : 'tooling';
  }
  if (segments.some((segment) => tools.has(segment) || segment.startsWith('.'))) return 'tooling';
  return isToolFile(name, segments.at(-1)) ? 'tooling' : 'shipped';
}

/** Maven's `src/test`, `src/it` and Rust's `tests/ui` keep projects to be built by tests. */
function inTestSources(segments: readonly string[]): boolean {
  return segments.some((segment, index) => (segment === 'test' || segment === 'it') && segments[index - 1] === 'src');
}

/** requirements-dev.txt, requirements/docs.in, Dockerfile.test: files that say in their name what they are for. */
function isToolFile(name: string, folder: string | undefined): boolean {
  if (/requirements|constraints/u.test(name) || folder === 'requirements')
    return toolFile.test(name.replace(/\.\w+$/u, ''));
  return /docker-?file|containerfile/u.test(name) && toolFile.test(name);
}

const harnessMax = 3;

/**
 * The role of each path, which a whole tree tells better: where a folder of tests holds many manifests of one name,
 * they are what the tests are run on.
 */
export function rolesOf(paths: readonly string[]): ReadonlyMap<string, PathRole> {
  const roles = new Map(paths.map((path) => [path, roleOfPath(path)]));
  const alike = new Map<string, string[]>();
  for (const [path, role] of roles) {
    const key = role === 'tooling' ? testGroup(path) : null;
    if (key === null) continue;
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [path]);
    else group.push(path);
  }
  for (const group of alike.values()) {
    if (group.length > harnessMax) for (const path of group) roles.set(path, 'fixture');
  }
  return roles;
}

/** Test folder and file name, for what lies below (not in) a folder of tests. */
function testGroup(path: string): string | null {
  const segments = path.toLowerCase().split('/');
  const name = segments.pop() ?? '';
  const test = segments.findIndex((segment) => tests.test(segment));
  return test === -1 || test === segments.length - 1 ? null : `${segments.slice(0, test + 1).join('/')}:${name}`;
}
