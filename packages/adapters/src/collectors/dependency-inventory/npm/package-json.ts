// SPDX-License-Identifier: Apache-2.0
import { memberOf, membersOf, textOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { Dependency, ManifestReader, ReadManifest } from '../model/manifest-reader.ts';
import { asDevelopment } from '../model/as-development.ts';
import { named } from '../model/paths.ts';

const local = /^(?:workspace|file|link|portal):/u;

/** npm documentation, package.json. Peers are the host's to install, so they are neither counted nor looked for. */
export const packageJson: ManifestReader = {
  ecosystem: 'npm',
  lockedBy: ['package-lock', 'pnpm-lock', 'yarn-lock', 'bun-lock', 'deno-lock'],
  matches: named('package.json'),
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const json = document.value;
    const dependencies = [
      ...dependenciesOf(memberOf(json, 'dependencies'), false),
      ...asDevelopment(dependenciesOf(memberOf(json, 'devDependencies'), false)),
      ...dependenciesOf(memberOf(json, 'optionalDependencies'), true),
    ];
    const name = textOf(memberOf(json, 'name'));
    const workspaces = workspacesOf(memberOf(json, 'workspaces'));
    // `{"type": "module"}` in a folder of output configures a loader and declares nothing
    if (name === null && dependencies.length === 0 && workspaces.length === 0) return parsed(null);
    const manifest: ReadManifest = {
      name,
      dependencies: oncePerName(dependencies),
      workspaces,
      overridden: overriddenIn(json),
    };
    return parsed(manifest);
  },
};

function dependenciesOf(value: unknown, optional: boolean): Dependency[] {
  return membersOf(value).flatMap(([name, range]) => {
    if (typeof range !== 'string' || local.test(range)) return [];
    return [{ name, range, optional }];
  });
}

/** npm: an optional entry wins over a plain one of the same name. */
function oncePerName(dependencies: readonly Dependency[]): readonly Dependency[] {
  return [...new Map(dependencies.map((dependency) => [dependency.name, dependency])).values()];
}

function workspacesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? textsOf(value) : textsOf(memberOf(value, 'packages'));
}

// `overrides` of npm and pnpm, `resolutions` of yarn: keys such as `a`, `a@1`, `b>a`, `b/a` end in the name
function overriddenIn(json: unknown): readonly string[] {
  const forced = [
    memberOf(json, 'overrides'),
    memberOf(json, 'resolutions'),
    memberOf(memberOf(json, 'pnpm'), 'overrides'),
  ];
  return forced.flatMap((value) => membersOf(value).map(([key]) => overriddenName(key)));
}

/** The name at the end of an override's key. */
export function overriddenName(key: string): string {
  const last = key.slice(key.lastIndexOf('>') + 1).trim();
  const segments = last.split('/');
  const scope = segments.at(-2);
  const name = (segments.at(-1) ?? '').replace(/@.*$/u, '');
  return scope?.startsWith('@') === true ? `${scope}/${name}` : name;
}
