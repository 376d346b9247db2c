// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { clientFolders } from './client-folders.ts';

/**
 * A client of a service's maker, which the user installed: Plumbline brings none. `T` is as much of it as is used. Throws
 * `tool-missing` with what to install.
 */
export function loadClient<T>(name: string, folders: readonly string[] = clientFolders()): T {
  const folder = folders.find((one) => existsSync(join(one, name, 'package.json')));
  if (folder === undefined)
    throw new PlumblineError('tool-missing', `${name} is not installed`, { next: install(name) });
  try {
    return createRequire(join(folder, 'from.js'))(name) as T; // the maker's module
  } catch (cause) {
    throw new PlumblineError('tool-missing', `${name} cannot be loaded`, { path: folder, next: install(name), cause });
  }
}

const install = (name: string): string =>
  `npm install --prefix FOLDER ${name}, and set PLUMBLINE_CLIENTS to FOLDER: an absolute path outside of what you sign and assess`;
