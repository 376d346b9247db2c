// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type GpgHome = {
  /** Runs gpg and gives back what it printed. `at`: what time it believes it is. */
  readonly gpg: (args: readonly string[], options?: { readonly input?: string; readonly at?: string }) => string;
  /** What gpg says of a detached signature: its status lines (doc/DETAILS). */
  readonly verify: (signature: string, content: string) => readonly string[];
  readonly folder: string;
  readonly remove: () => void;
};

/** A keyring of GnuPG of its own. Installs GnuPG, where this may install. */
export function createGpgHome(): GpgHome {
  installGpg();
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-gpg-'));
  chmodSync(folder, 0o700);
  const base = ['--homedir', folder, '--batch', '--no-tty', '--pinentry-mode', 'loopback', '--passphrase', ''];
  return {
    folder,
    gpg: (args, { input = '', at } = {}) => {
      const faked = at === undefined ? [] : ['--faked-system-time', `${at.replaceAll(/[-:]/gu, '').slice(0, 15)}!`];
      return execFileSync('gpg', [...base, ...faked, ...args], { input, encoding: 'utf8', stdio: 'pipe' });
    },
    verify: (signature, content) => {
      const { stdout } = spawnSync('gpg', [...base, '--status-fd', '1', '--verify', signature, content], {
        encoding: 'utf8',
      });
      return stdout.split('\n').flatMap((line) => /^\[GNUPG:\] ([A-Z_]+)/u.exec(line)?.[1] ?? []);
    },
    remove: () => {
      spawnSync('gpgconf', ['--homedir', folder, '--kill', 'all']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function installGpg(): void {
  if (spawnSync('gpg', ['--version']).status === 0) return;
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-qq', 'gnupg'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
