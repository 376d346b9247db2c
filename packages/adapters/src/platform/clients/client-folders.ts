// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlumblineError } from '@plumbline/core/errors';

/**
 * Folders of modules from which a client that the user installed may be loaded: that of PLUMBLINE_CLIENTS, then those of the
 * command's own installation. Never the current folder nor any above the command, as Node would search: what is signed or
 * assessed there could then bring the code that is handed the credentials (docs/decisions/0011-optional-clients.md). Throws
 * `usage`.
 */
export function clientFolders(own: string = fileURLToPath(import.meta.url)): readonly string[] {
  const named = process.env['PLUMBLINE_CLIENTS'];
  if (named !== undefined && named !== '' && !isAbsolute(named))
    throw new PlumblineError(
      'usage',
      'PLUMBLINE_CLIENTS has to be an absolute path: a relative one depends on where you are',
    );
  const given = named === undefined || named === '' ? [] : [join(named, 'node_modules')];
  return [...given, ...foldersOfInstallation(own)];
}

/** What is installed in the package that the file belongs to, and beside it. Who can write there can change the command. */
function foldersOfInstallation(file: string): readonly string[] {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) return [];
    folder = dirname(folder);
  }
  const above = dirname(folder);
  const beside = basename(above).startsWith('@') ? dirname(above) : above;
  return [join(folder, 'node_modules'), ...(basename(beside) === 'node_modules' ? [beside] : [])];
}
