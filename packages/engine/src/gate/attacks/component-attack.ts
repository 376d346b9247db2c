// SPDX-License-Identifier: Apache-2.0
import type { Attack } from './attack.ts';
import { letters, textOf, type Random } from './random.ts';

/** A release that data at hand calls malicious, exploited or vulnerable. `type` is that of its package URL. */
export type BadComponent = {
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly advisory: string;
};

/** How a lockfile names one component. */
const lockfiles: {
  readonly [type: string]: (component: BadComponent, folder: string) => readonly (readonly [string, string])[];
} = {
  npm: ({ name, version }, folder) => [
    [
      `${folder}/package.json`,
      `${JSON.stringify({ name: folder.split('/').at(-1), version: '1.0.0', dependencies: { [name]: version } }, null, 2)}\n`,
    ],
    [
      `${folder}/package-lock.json`,
      `${JSON.stringify(
        {
          name: folder.split('/').at(-1),
          version: '1.0.0',
          lockfileVersion: 3,
          packages: { '': { dependencies: { [name]: version } }, [`node_modules/${name}`]: { version } },
        },
        null,
        2,
      )}\n`,
    ],
  ],
  pypi: ({ name, version }, folder) => [[`${folder}/requirements.txt`, `${name}==${version}\n`]],
  golang: ({ name, version }, folder) => [
    [`${folder}/go.mod`, `module ${folder}\n\ngo 1.22\n\nrequire ${name} v${version.replace(/^v/, '')}\n`],
    [`${folder}/go.sum`, `${name} v${version.replace(/^v/, '')} h1:${'A'.repeat(43)}=\n`],
  ],
  cargo: ({ name, version }, folder) => [
    [
      `${folder}/Cargo.lock`,
      `version = 3\n\n[[package]]\nname = "${name}"\nversion = "${version}"\nsource = "registry+https://registry.example/index"\n`,
    ],
  ],
};

/** Types of package URLs for which a lockfile can be written. */
export const attackableTypes: readonly string[] = Object.keys(lockfiles);

/** A lockfile with a bad component in a folder of a random name; null for a type that cannot be written. */
export function componentAttack(random: Random, component: BadComponent): Attack | null {
  const files = lockfiles[component.type]?.(component, `services/${textOf(random, 8, letters)}`);
  if (files === undefined) return null;
  const { type, name, version, advisory } = component;
  return { what: 'component', title: `${type} ${name} ${version} (${advisory})`, files: new Map(files), disables: [] };
}
