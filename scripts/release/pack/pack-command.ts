// SPDX-License-Identifier: Apache-2.0
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bundleCommand, bundleFolder } from '../../bundle-command.ts';
import { bundledLibraries } from './bundled-libraries.ts';
import { readManifest } from './read-manifest.ts';
import { writeArchive } from './write-archive.ts';
import { writeManifest } from './write-manifest.ts';

/** Of a library whose code is in the bundle: what it is, and under which terms it is given on. */
const ofALibrary = /^(?:package\.json|(?:licen[cs]e|copying|notice)[\w.-]*)$/iu;

/**
 * The package that is installed: the bundled command, the catalog's data inside it, the names and licences of the libraries in the
 * bundle, and the native parsers as pinned dependencies. Maps of the sources are left out: they are twice as large as the rest.
 */
export async function packCommand(output: string, time: string): Promise<void> {
  const libraries = bundledLibraries(await bundleCommand());
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-package-'));
  try {
    writeManifest(folder);
    cpSync('packages/cli/bin', join(folder, 'bin'), { recursive: true });
    cpSync(bundleFolder, join(folder, 'bundle'), { recursive: true, filter: (path) => !path.endsWith('.map') });
    for (const name of ['LICENSE', 'README.md', 'SECURITY.md']) cpSync(name, join(folder, name));
    // Found there by its name, and by nobody else: were it a dependency, a stranger's package of that name could take its place.
    cpSync('catalog', join(folder, 'bundle/node_modules/@plumbline/catalog'), {
      recursive: true,
      // What formats are tested against, and no command reads.
      filter: (path) => path !== 'catalog/schemas',
    });
    for (const library of libraries) copyLibrary(library, join(folder, 'third-party', library));
    const { version } = readManifest('.');
    writeArchive({ folder, top: 'package', file: join(output, `plumbline-${version}.tgz`), time });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyLibrary(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) if (ofALibrary.test(basename(name))) cpSync(join(from, name), join(to, name));
}
