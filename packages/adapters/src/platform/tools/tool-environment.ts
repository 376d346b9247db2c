// SPDX-License-Identifier: Apache-2.0
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { inherited } from '../git/git-environment.ts';
import { programFolders } from './find-program.ts';

/** Nothing listens on the discard port: a client that honours proxies gets nowhere. */
const nowhere = 'http://127.0.0.1:9';
const proxyNames = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];

export type EnvironmentWish = {
  readonly program: string;
  readonly scratchFolder: string;
  readonly untrustedFolders: readonly string[];
  readonly offline: boolean;
};

/**
 * The whole environment of an external tool: nothing of ours but what is listed here, so that no token reaches it. Home,
 * caches and temporary files lie in the scratch folder: no configuration of the user's alters what is found, and nothing is left
 * behind. Where offline is asked for, proxies lead nowhere, for the tools that have no switch of their own.
 */
export async function toolEnvironment(wish: EnvironmentWish): Promise<{ readonly [name: string]: string }> {
  const home = join(wish.scratchFolder, 'home');
  const temporary = join(wish.scratchFolder, 'tmp');
  await mkdir(home, { recursive: true });
  await mkdir(temporary, { recursive: true });
  const proxies = wish.offline
    ? { ...Object.fromEntries(proxyNames.map((name) => [name, nowhere])), NO_PROXY: '', no_proxy: '' }
    : inherited(...proxyNames, 'NO_PROXY', 'no_proxy');
  return {
    PATH: searchPath(wish),
    ...inherited('SystemRoot', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'REQUESTS_CA_BUNDLE', 'PYENV_ROOT', 'PYENV_VERSION'),
    ...proxies,
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    LC_ALL: 'C.UTF-8',
    TERM: 'dumb',
    NO_COLOR: '1',
    PYTHONUTF8: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    // Packages that were installed with `pip install --user` lie below the real home.
    PYTHONUSERBASE: join(homedir(), '.local'),
    // No module is imported from the current folder.
    PYTHONSAFEPATH: '1',
  };
}

/** The folder of the program first: its own parts and its interpreter belong to it. */
function searchPath({ program, untrustedFolders }: EnvironmentWish): string {
  const folders = [dirname(program), ...programFolders()];
  return folders
    .filter((folder) => !untrustedFolders.some((untrusted) => `${folder}/`.startsWith(`${untrusted}/`)))
    .join(delimiter);
}
