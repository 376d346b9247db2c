// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';

/** What packing reads of a package.json. */
export type PackageManifest = {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly engines: { readonly [name: string]: string };
  readonly dependencies?: { readonly [name: string]: string };
};

/** A package.json of this repository, by its folder: written by us, so it is taken to be what it should be. */
export function readManifest(folder: string): PackageManifest {
  return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as PackageManifest;
}
