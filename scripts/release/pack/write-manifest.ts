// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import { nativeScope } from '../../bundle-command.ts';
import { readManifest } from './read-manifest.ts';

/** The package.json of the released package, from those of the workspaces: it needs the native parsers alone, each in one version. */
export function writeManifest(folder: string): void {
  const { description, license, version, engines } = readManifest('.');
  const needed = Object.entries(readManifest('packages/adapters').dependencies ?? {});
  const manifest = {
    name: 'plumbline',
    version,
    description,
    license,
    type: 'module',
    bin: { plumbline: 'bin/plumbline.js' },
    engines,
    dependencies: Object.fromEntries(needed.filter(([name]) => name.startsWith(nativeScope))),
  };
  writeFileSync(`${folder}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}
