// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { nativeScope } from '../../bundle-command.ts';
import { lockedClosure, type LockedPackages } from './locked-packages.ts';
import { readManifest } from './read-manifest.ts';

/**
 * The package.json of the released package, from those of the workspaces, and its npm-shrinkwrap.json, by which `npm ci` holds what
 * is installed with it to the digests of this repository's lockfile.
 */
export function writeManifests(folder: string): void {
  const { description, license, version, engines } = readManifest('.');
  const needed = Object.entries(readManifest('packages/adapters').dependencies ?? {});
  const dependencies = Object.fromEntries(needed.filter(([name]) => name.startsWith(nativeScope)));
  const manifest = {
    name: 'plumbline',
    version,
    description,
    license,
    type: 'module',
    bin: { plumbline: 'bin/plumbline.js' },
    engines,
    dependencies,
  };
  writeJson(`${folder}/package.json`, manifest);
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: LockedPackages };
  const shrinkwrap = {
    name: manifest.name,
    version,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: manifest.name, version, license, dependencies, bin: manifest.bin, engines },
      ...lockedClosure(Object.keys(dependencies), packages),
    },
  };
  writeJson(`${folder}/npm-shrinkwrap.json`, shrinkwrap);
}

function writeJson(path: string, value: object): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
