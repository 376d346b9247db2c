// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from './read-manifest.ts';
import { writeArchive } from './write-archive.ts';

/**
 * The files of the commit and nothing else: unpacked and added to git, they have the tree that the provenance names. Only where
 * `plumbline build` has checked them out is it certain that nothing else lies there but what was fetched.
 */
export function packSources(output: string, time: string): void {
  if (existsSync('.git')) throw new Error('sources are packed by plumbline build, from a clean checkout without .git');
  const name = `plumbline-${readManifest('.').version}`;
  const file = join(output, `${name}-source.tar.gz`);
  writeArchive({ folder: '.', top: name, file, without: ['node_modules'], time });
}
