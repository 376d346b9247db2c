// SPDX-License-Identifier: Apache-2.0
import { listOf, memberAt, memberOf, membersOf, textOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { Dependency, ManifestReader, ReadManifest } from '../model/manifest-reader.ts';
import { asDevelopment } from '../model/as-development.ts';
import { named } from '../model/paths.ts';
import { pythonName, pythonRequirement } from './python-name.ts';

/**
 * pyproject.toml: PEP 621 and PEP 735 tables, and those of Poetry, PDM and Hatch. What `build-system` requires is
 * fetched into a build of its own that no lock covers; it is remarked, not counted.
 */
export const pyproject: ManifestReader = {
  ecosystem: 'pypi',
  lockedBy: ['uv-lock', 'poetry-lock', 'pdm-lock', 'pylock', 'requirements-lock', 'pipfile-lock'],
  matches: named('pyproject.toml'),
  read(text) {
    const document = parseToml(text);
    if (!document.ok) return document;
    const root = document.value;
    const project = memberOf(root, 'project');
    const poetry = memberAt(root, ['tool', 'poetry']);
    const name = textOf(memberOf(project, 'name')) ?? textOf(memberOf(poetry, 'name'));
    const local = localNames(root, name);
    const declared = [...standard(root), ...ofPoetry(poetry), ...ofTools(root)];
    const dependencies = declared.filter((dependency) => !local.has(dependency.name));
    const builds = textsOf(memberAt(root, ['build-system', 'requires']));
    // a file that only configures tools declares nothing
    if (project === undefined && poetry === undefined && builds.length === 0 && dependencies.length === 0)
      return parsed(null);
    const manifest: ReadManifest = {
      name: name === null ? null : pythonName(name),
      dependencies,
      workspaces: textsOf(memberAt(root, ['tool', 'uv', 'workspace', 'members'])),
    };
    const remark = remarkOf(project, builds, dependencies.length);
    return parsed(remark === null ? manifest : { ...manifest, remark });
  },
};

function standard(root: unknown): readonly Dependency[] {
  // whoever makes the lock chooses the extras that go into it
  const extras = membersOf(memberAt(root, ['project', 'optional-dependencies'])).flatMap(([, list]) =>
    requirementsIn(list),
  );
  const groups = [
    ...membersOf(memberOf(root, 'dependency-groups')).map(([, list]) => list),
    memberAt(root, ['tool', 'uv', 'dev-dependencies']),
  ];
  return [
    ...requirementsIn(memberAt(root, ['project', 'dependencies'])),
    ...asDevelopment(groups.flatMap((list) => requirementsIn(list))),
    ...asOptional(extras),
  ];
}

function ofTools(root: unknown): readonly Dependency[] {
  const pdm = membersOf(memberAt(root, ['tool', 'pdm', 'dev-dependencies'])).flatMap(([, list]) =>
    requirementsIn(list),
  );
  const hatch = membersOf(memberAt(root, ['tool', 'hatch', 'envs'])).flatMap(([, environment]) => [
    ...requirementsIn(memberOf(environment, 'dependencies')),
    ...requirementsIn(memberOf(environment, 'extra-dependencies')),
  ]);
  return asDevelopment([...pdm, ...asOptional(hatch)]);
}

function asOptional(dependencies: readonly Dependency[]): readonly Dependency[] {
  return dependencies.map((dependency) => ({ ...dependency, optional: true }));
}

function requirementsIn(list: unknown): readonly Dependency[] {
  return textsOf(list).flatMap((text) => pythonRequirement(text) ?? []);
}

function ofPoetry(poetry: unknown): readonly Dependency[] {
  const groups = [
    memberOf(poetry, 'dev-dependencies'),
    ...membersOf(memberOf(poetry, 'group')).map(([, group]) => memberOf(group, 'dependencies')),
  ];
  return [
    ...poetryTable(memberOf(poetry, 'dependencies')),
    ...asDevelopment(groups.flatMap((table) => poetryTable(table))),
  ];
}

function poetryTable(table: unknown): readonly Dependency[] {
  return membersOf(table).flatMap(([name, value]) => {
    if (name === 'python' || memberOf(value, 'path') !== undefined) return [];
    const range = textOf(value) ?? textOf(memberOf(value, 'version'));
    const optional = memberOf(value, 'optional') === true || Array.isArray(value);
    return [{ name: pythonName(name), range: poetryRange(range), optional }];
  });
}

/** Poetry's bare `1.2.3` is an exact pin; everything else is compared by name only. */
function poetryRange(range: string | null): string | null {
  return range !== null && /^\d+(?:\.\d+)+$/u.test(range) ? `==${range}` : range;
}

/** The project itself (`package[extra]`), members of the workspace and paths. */
function localNames(root: unknown, name: string | null): ReadonlySet<string> {
  const sources = membersOf(memberAt(root, ['tool', 'uv', 'sources']));
  const inside = sources.filter(
    ([, source]) => memberOf(source, 'workspace') === true || textOf(memberOf(source, 'path')) !== null,
  );
  return new Set([...inside.map(([key]) => pythonName(key)), ...(name === null ? [] : [pythonName(name)])]);
}

function remarkOf(project: unknown, builds: readonly string[], dependencies: number): string | null {
  const dynamic = listOf(memberOf(project, 'dynamic')).includes('dependencies');
  if (dynamic) return 'its dependencies are declared elsewhere (dynamic)';
  return dependencies === 0 && builds.length > 0 ? `it only builds with ${builds.slice(0, 5).join(', ')}` : null;
}
