// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { createTemporaryFolder, type TemporaryFolder } from '../files/temporary-folder.ts';
import { runProgram } from '../process/run-program.ts';
import { baseEnvironment, inherited } from './git-environment.ts';
import { exitedOrThrow } from './run-git.ts';

export type Clone = { readonly path: string; readonly remove: () => Promise<void> };

const cloneOptions = ['--bare', '--quiet', '--template=', '--no-local', '--no-recurse-submodules'];
const bounds = { stdoutBytesMax: 1024 * 1024, timeoutMs: 3_600_000 };

/**
 * Clones a URL that `checkGitUrl` let pass: bare, without submodules, templates and hooks. The user's and the machine's
 * git configuration apply here, and here alone: credentials, proxies and certificates are kept there. Throws
 * `clone-failed`, `git-missing` and `interrupted`, and then leaves nothing behind.
 */
export async function cloneRepository(
  { url, shown }: { readonly url: string; readonly shown: string },
  signal: CancelSignal | undefined,
): Promise<Clone> {
  const folder = await createTemporaryFolder();
  try {
    const path = join(folder.path, 'clone.git');
    await clone({ url, shown, path }, folder, signal);
    return { path, remove: folder.remove };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

async function clone(
  { url, shown, path }: { url: string; shown: string; path: string },
  folder: TemporaryFolder,
  signal: CancelSignal | undefined,
): Promise<void> {
  const settings = ['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'gc.auto=0', 'maintenance.auto=false'];
  const program = {
    command: 'git',
    args: [...settings.flatMap((setting) => ['-c', setting]), 'clone', ...cloneOptions, '--', url, path],
    environment: cloneEnvironment(),
    workingDirectory: folder.path,
  };
  const result = exitedOrThrow(await runProgram(program, { ...bounds, signal }), 'git clone', bounds);
  if (result.code === 0) return;
  throw new PlumblineError('clone-failed', `${shown} could not be cloned: ${reason(result.stderr, url, shown)}`, {
    next: 'Check the URL, the network and your git credentials; or clone it yourself and name the folder',
  });
}

function cloneEnvironment(): { readonly [name: string]: string } {
  const proxies = ['https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY', 'all_proxy', 'ALL_PROXY'];
  const user = [
    'HOME',
    'USER',
    'LOGNAME',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'XDG_CONFIG_HOME',
    'XDG_RUNTIME_DIR',
  ];
  const keys = ['SSH_AUTH_SOCK', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO'];
  return { ...baseEnvironment(), ...inherited(...user, ...keys, ...proxies), GIT_ALLOW_PROTOCOL: 'https:ssh' };
}

/** What git said last, without the credentials that it may repeat. */
function reason(stderr: string, url: string, shown: string): string {
  const lines = stderr.trim().split('\n');
  const told = lines.findLast((line) => line.startsWith('fatal:')) ?? lines.at(-1) ?? '';
  return told
    .replaceAll(url, shown)
    .replaceAll(/\/\/[^\s/@]*@/gu, '//')
    .slice(0, 300);
}
