// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A token as programs see one: SoftHSM2 behind OpenSC's pkcs11-tool, both of Debian. */
export type SoftToken = {
  readonly pin: string;
  /** Where its library finds it; without the PIN. */
  readonly env: { readonly [name: string]: string };
  /** What `plumbline sign` is told of a key in it. */
  readonly options: (label: string) => readonly string[];
  /** Brings a key in PKCS#8 and PEM into it, under an id of two hexadecimal digits. */
  readonly importKey: (label: string, id: string, path: string) => void;
};

const modules = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'];
const pin = '483920';

/** Installs what is missing, where this may install, and makes a token with these keys: label and type. */
export function makeSoftToken(folder: string, keys: { readonly [label: string]: string }): SoftToken {
  const module = installModule();
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(join(folder, 'softhsm2.conf'), `directories.tokendir = ${join(folder, 'tokens')}\n`);
  const env = { SOFTHSM2_CONF: join(folder, 'softhsm2.conf') };
  const run = (program: string, ...args: readonly string[]): void => {
    execFileSync(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  run('softhsm2-util', '--init-token', '--free', '--label', 'release', '--so-pin', '12345678', '--pin', pin);
  const token = ['--module', module, '--token-label', 'release', '--login', '--pin', pin];
  for (const [at, [label, type]] of Object.entries(keys).entries()) {
    const made = ['--key-type', type, '--label', label, '--id', `0${at + 1}`];
    run('pkcs11-tool', ...token, '--keypairgen', ...made);
  }
  return {
    pin,
    env,
    options: (label) => ['--pkcs11-module', module, '--token', 'release', '--key-label', label],
    importKey: (label, id, path) =>
      run('softhsm2-util', '--import', path, '--token', 'release', '--label', label, '--id', id, '--pin', pin),
  };
}

function installModule(): string {
  const found = modules.find((path) => existsSync(path));
  if (found !== undefined && existsSync('/usr/bin/pkcs11-tool')) return found;
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-qq', 'softhsm2', 'opensc'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return modules.find((path) => existsSync(path)) ?? '';
}
