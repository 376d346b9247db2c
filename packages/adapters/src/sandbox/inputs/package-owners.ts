// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { packageUrl } from '@plumbline/core/values/purl/package-url';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';
import { runProgram } from '../../platform/process/run-program.ts';

const bounds = { stdoutBytesMax: 64 * 1024, timeoutMs: 20_000 };
const apkDatabases = ['/lib/apk/db/installed', '/usr/lib/apk/db/installed'];
const apkBytesMax = 64 * 1024 * 1024;

/** The installed package that a file of this machine belongs to, as a package URL; null where no database knows it. */
export async function packageOwner(place: string): Promise<string | null> {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const distribution = /^ID="?([a-z0-9._-]{1,40})"?$/mu.exec(text)?.[1];
  if (distribution === undefined) return null;
  for (const owner of [dpkgOwner, rpmOwner, apkOwner]) {
    const found = await owner(place, distribution);
    if (found !== null) return found;
  }
  return null;
}

async function dpkgOwner(place: string, distribution: string): Promise<string | null> {
  // Where /usr is merged, packages still name their files by the old places.
  for (const path of [place, place.replace(/^\/usr(?=\/(?:s?bin|lib)\/)/u, '')]) {
    const owner = (await ask('dpkg-query', ['--search', path])).split(':', 1)[0]?.trim() ?? '';
    if (!/^[a-z0-9][a-z0-9+.-]+$/u.test(owner)) continue;
    const shown = await ask('dpkg-query', ['--show', '--showformat=${Version} ${Architecture}', owner]);
    const [version = '', arch = ''] = shown.split(' ');
    if (version !== '')
      return packageUrl({ type: 'deb', namespace: distribution, name: owner, version, qualifiers: { arch } });
  }
  return null;
}

async function rpmOwner(place: string, distribution: string): Promise<string | null> {
  const format = '%{NAME} %{VERSION}-%{RELEASE} %{ARCH} %{EPOCHNUM}\\n';
  return rpmPackage(await ask('rpm', ['--query', '--file', `--queryformat=${format}`, place]), distribution);
}

/** The first line of what rpm answers; null where it says that nobody owns the file. */
export function rpmPackage(answer: string, distribution: string): string | null {
  const [, name, version, arch = '', epoch] =
    /^([A-Za-z0-9][\w.+-]{0,200}) ([\w.+~^-]{1,200}) (\w{1,40}) (\d{1,9})$/mu.exec(answer) ?? [];
  if (name === undefined || version === undefined) return null;
  const qualifiers = { arch, ...(epoch === undefined || epoch === '0' ? {} : { epoch }) };
  return packageUrl({ type: 'rpm', namespace: distribution, name, version, qualifiers });
}

async function apkOwner(place: string, distribution: string): Promise<string | null> {
  for (const path of apkDatabases) {
    const file = await readRegularFile(path, { bytesMax: apkBytesMax, followLink: true });
    if (file.state === 'read') return apkPackage(file.bytes.toString('utf8'), place, distribution);
  }
  return null;
}

/**
 * Database of apk (wiki.alpinelinux.org/wiki/Apk_spec, installed database): paragraphs with P: name, V: version, A: architecture,
 * then F: a folder, and R: each of its files.
 */
export function apkPackage(database: string, place: string, distribution: string): string | null {
  const wanted = { folder: posix.dirname(place).slice(1), name: posix.basename(place) };
  let [fields, folder] = [new Map<string, string>(), ''];
  for (const line of database.split('\n')) {
    if (line === '') fields = new Map();
    const [letter, value] = [line.slice(0, 2), line.slice(2)];
    if (letter === 'F:') folder = value;
    else if (letter === 'R:' && value === wanted.name && folder === wanted.folder) return apkUrl(fields, distribution);
    else if (letter === 'P:' || letter === 'V:' || letter === 'A:') fields.set(letter, value);
  }
  return null;
}

function apkUrl(fields: ReadonlyMap<string, string>, distribution: string): string | null {
  const [name, version, arch = ''] = ['P:', 'V:', 'A:'].map((letter) => fields.get(letter));
  if (name === undefined || version === undefined) return null;
  return packageUrl({ type: 'apk', namespace: distribution, name, version, qualifiers: { arch } });
}

async function ask(command: string, args: readonly string[]): Promise<string> {
  const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C' };
  const result = await runProgram({ command, args, environment, workingDirectory: '/' }, bounds);
  return result.end === 'exited' && result.code === 0 ? result.stdout.toString('utf8') : '';
}
