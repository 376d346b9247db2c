// SPDX-License-Identifier: Apache-2.0
import { realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { relative } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';

/** Where tools are installed and nothing else is: a commit may name folders below these. */
const forTools = /^\/(?:usr|opt|nix\/store|gnu\/store)\//u;
/** What holds settings, secrets or the kernel's own, whoever names it. */
const neverShown =
  /^\/(?:etc|proc|sys|dev|run|var|boot|tmp)?\/?$|^\/(?:etc|proc|sys|dev|run|boot|var\/(?:run|lib|spool|log))\//u;

/**
 * That a folder may be shown to a build. What lies where tools are may; a link could lead from there to where secrets are. A folder
 * elsewhere only the user can have named, on the command line: it has to lie two folders below HOME at least, since those above
 * hold keys and tokens beside tools. Throws `usage`.
 */
export async function checkToolFolder(folder: string): Promise<void> {
  const place = await realpath(folder).catch(() => null);
  const there = place !== null && (await stat(place)).isDirectory();
  if (place === null || !there) throw refused(folder, 'is not there');
  const home = await realpath(homedir()).catch(() => homedir());
  const named = forTools.test(`${folder}/`);
  if (named && forTools.test(`${place}/`) && !isIn(home, place)) return;
  const below = relative(home, place).split('/');
  const isOfHome = isIn(place, home);
  if (named || neverShown.test(`${place}/`) || isIn(home, place) || (isOfHome && below.length < 2))
    throw refused(folder, 'leads elsewhere, or holds more than tools');
}

const isIn = (path: string, folder: string): boolean => `${path}/`.startsWith(`${folder}/`);

function refused(folder: string, because: string): PlumblineError {
  return new PlumblineError('usage', `the folder of tools ${folder} ${because}`, {
    path: folder,
    next: 'Name the folder of the tool itself, such as ~/.nvm/versions/node/v24.1.0',
  });
}
